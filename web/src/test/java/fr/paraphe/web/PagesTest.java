package fr.paraphe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Ce qu’une page n’a pas le droit de contenir (JSF-02, JSF-03, primefaces.md §8). Chaque règle est
 * prouvée sur un texte fautif.
 */
class PagesTest {
  /**
   * Les seuls composants PrimeFaces admis : ceux qui passent axe, clavier et politique de contenu.
   */
  private static final Set<String> ADMIS =
      Set.of(
          "ajax",
          "remoteCommand",
          "commandButton",
          "autoComplete",
          "datePicker",
          "inputText",
          "message");

  private static final Pattern COMPOSANT = Pattern.compile("<p:(\\w+)");
  private static final List<Regle> REGLES =
      List.of(
          new Regle(
              "escape=false",
              "escape\\s*=\\s*\"false\"",
              "<h:outputText value=\"x\" escape=\"false\"/>"),
          new Regle("f:ajax", "<f:ajax\\b", "<f:ajax render=\"x\"/>"),
          new Regle("h:commandScript", "<h:commandScript\\b", "<h:commandScript name=\"x\"/>"),
          new Regle("gestionnaire en ligne", "\\son[a-z]+\\s*=\\s*\"", "<a onclick=\"x()\">"),
          new Regle("style en ligne", "\\sstyle\\s*=\\s*\"", "<p style=\"x\">"),
          new Regle("script en ligne", "<script(?![^>]*\\ssrc=)", "<script>x()</script>"),
          new Regle(
              "h:outputScript en ligne",
              "<h:outputScript(?![^>]*name=)",
              "<h:outputScript>x</h:outputScript>"),
          new Regle("tabindex positif", "tabindex=\"[1-9]", "<a tabindex=\"2\">"),
          new Regle(
              "hôte externe", "(?:src|href|action)=\"(?:https?:)?//", "<img src=\"https://x/\"/>"),
          new Regle(
              "id à côté de jsf:id",
              "<\\w+ (?=[^>]*\\sid=)[^>]*jsf:id=",
              "<a  id=\"x\" jsf:id=\"x\">"));

  private record Regle(String nom, String forme, String faute) {
    boolean violee(String texte) {
      return Pattern.compile(forme).matcher(texte).find();
    }
  }

  @Test
  void chaque_regle_reconnait_sa_faute() {
    REGLES.forEach(r -> assertThat(r.violee(r.faute())).as(r.nom()).isTrue());
    assertThat(refuses("<p:dataTable/><p:ajax/>")).containsExactly("dataTable");
  }

  @Test
  void aucune_page_n_enfreint_une_regle() throws IOException {
    List<String> fautes = new ArrayList<>();
    for (Sources.Source page : Sources.pages()) {
      REGLES.stream()
          .filter(r -> r.violee(page.texte()))
          .forEach(r -> fautes.add(page.nom() + " : " + r.nom()));
    }
    assertThat(fautes).isEmpty();
  }

  @Test
  void seuls_les_composants_prouves_sont_employes() throws IOException {
    Set<String> refuses = new TreeSet<>();
    for (Sources.Source page : Sources.pages()) {
      refuses.addAll(refuses(page.texte()));
    }
    assertThat(refuses).isEmpty();
  }

  @Test
  void tout_formulaire_faces_porte_le_jeton_de_page() throws IOException {
    for (Sources.Source page : Sources.pages()) {
      Matcher m = Pattern.compile("<h:form[^>]*>(\\s*<par:jeton/>)?").matcher(page.texte());
      while (m.find()) {
        assertThat(m.group(1)).as(page.nom() + " " + m.group()).isNotNull();
      }
    }
  }

  @Test
  void un_attribut_transmis_ne_porte_pas_le_nom_d_une_propriete() throws IOException {
    for (Sources.Source page : Sources.pages()) {
      assertThat(page.texte())
          .as(page.nom())
          .doesNotContain("pt:required")
          .doesNotContain("pt:rendered")
          .doesNotContain("pt:value");
    }
  }

  @Test
  void toute_icone_citee_existe() throws IOException {
    String planche =
        java.nio.file.Files.readString(
            java.nio.file.Path.of("src/main/webapp/statique/icones.svg"));
    for (Sources.Source page : Sources.pages()) {
      Matcher m = Pattern.compile("<par:icone nom=\"(\\w+)\"").matcher(page.texte());
      while (m.find()) {
        assertThat(planche).as(page.nom()).contains("id=\"i-" + m.group(1) + "\"");
      }
    }
  }

  @Test
  void les_feuilles_ne_vont_chercher_que_nos_fichiers() throws IOException {
    for (Sources.Source feuille : Sources.feuilles()) {
      assertThat(feuille.texte())
          .as(feuille.nom())
          .doesNotContain("http://")
          .doesNotContain("https://")
          .doesNotContain("@import");
    }
  }

  @Test
  void les_scripts_n_evaluent_ni_n_injectent_rien() throws IOException {
    for (Sources.Source script : Sources.scripts()) {
      assertThat(script.texte())
          .as(script.nom())
          .doesNotContain("eval(")
          .doesNotContain("new Function")
          .doesNotContain("innerHTML")
          .doesNotContain("document.write");
    }
  }

  private static Set<String> refuses(String texte) {
    Set<String> noms = new TreeSet<>();
    Matcher m = COMPOSANT.matcher(texte);
    while (m.find()) {
      if (!ADMIS.contains(m.group(1))) {
        noms.add(m.group(1));
      }
    }
    return noms;
  }
}
