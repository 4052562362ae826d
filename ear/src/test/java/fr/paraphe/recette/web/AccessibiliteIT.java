package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Aucune page n’a de faute WCAG 2.2 AA, ni de violation de sa politique de contenu, ni d’erreur de
 * console, ni de débordement : à l’ouverture, après un échange ajax, ouverte, en faute ; clair et
 * sombre ; 1280 et 375 px (ACC-01).
 */
class AccessibiliteIT {
  private static Navigateur navigateur;
  private static String visa;

  @BeforeAll
  static void ouvrir() {
    navigateur = new Navigateur();
    visa =
        adresseInterne(
            Pieces.creer(
                navigateur.page("agent", 1280, false),
                "Dossier a regarder",
                "Visa",
                "Visa simple"));
    Pieces.creer(navigateur.page("agent", 1280, false), "Second dossier", "Visa", "Visa simple");
  }

  @AfterAll
  static void fermer() {
    navigateur.close();
  }

  @ParameterizedTest
  @CsvSource({"1280,false", "1280,true", "375,false", "375,true"})
  void les_pages_sans_connexion_sont_saines(int largeur, boolean sombre) {
    Page page = navigateur.page(largeur, sombre);
    verifier(
        page,
        List.of(
            "connexion.xhtml",
            "connexion-erreur.xhtml",
            "mot-de-passe.xhtml",
            "deconnexion.xhtml",
            "a-propos.xhtml",
            "texte.xhtml?nom=versions",
            "texte.xhtml?nom=licence",
            "texte.xhtml?nom=tiers",
            "confidentialite.xhtml",
            "accessibilite.xhtml"));
  }

  @ParameterizedTest
  @CsvSource({"1280,false", "1280,true", "375,false", "375,true"})
  void les_pages_de_travail_sont_saines(int largeur, boolean sombre) {
    Page page = navigateur.page("dgs", largeur, sombre);
    String liste = "corbeille.xhtml?bureau=912&bannette=";
    verifier(
        page,
        List.of(
            "bureaux.xhtml",
            liste + "a-traiter",
            liste + "en-retard",
            liste + "a-traiter&q=introuvable",
            visa,
            visa.replace("dossier.xhtml?id=", liste + "a-traiter&ouvert="),
            "nouveau.xhtml"));
  }

  @ParameterizedTest
  @CsvSource({"1280,clair", "1280,sombre", "375,clair"})
  void en_contraste_renforce_et_tres_grand_les_pages_restent_saines(int largeur, String theme) {
    Page page = navigateur.page("dgs", largeur, false);
    for (String adresse :
        List.of(
            "bureaux.xhtml",
            "corbeille.xhtml?bureau=912&bannette=a-traiter",
            visa,
            "nouveau.xhtml")) {
      page.navigate(Commune.fondee().adresse(adresse));
      page.evaluate(
          "t => { const d = document.documentElement.dataset; d.theme = t; d.contraste = 'renforce'; d.taille = 'tres-grand'; d.densite = 'compacte'; }",
          theme);
      page.waitForTimeout(250);
      assertThat(navigateur.fautes(page)).as(adresse).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"1280,false", "375,true"})
  void ce_qui_s_ouvre_est_sain(int largeur, boolean sombre) {
    Page page = navigateur.page("dgs", largeur, sombre);
    Map<String, List<String>> ouvertures = new LinkedHashMap<>();
    ouvertures.put("bureaux.xhtml", List.of("[popovertarget=menu-moi]"));
    ouvertures.put(
        "corbeille.xhtml?bureau=912&bannette=a-traiter", List.of("summary.selecteur-bannette"));
    ouvertures.put(visa, List.of("[data-touche=r]:visible"));
    ouvertures.forEach(
        (adresse, gestes) -> {
          page.navigate(Commune.fondee().adresse(adresse));
          gestes.forEach(g -> page.locator(g).first().click());
          page.waitForTimeout(250);
          assertThat(navigateur.fautes(page)).as(adresse + " " + gestes).isEmpty();
        });
    for (String onglet : List.of("o-notes", "o-sign", "o-journal")) {
      page.navigate(Commune.fondee().adresse(visa));
      page.evaluate("() => { document.querySelector('[data-vue]').dataset.vue = 'infos'; }");
      page.click("#" + onglet);
      assertThat(navigateur.fautes(page)).as(onglet).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"1280", "375"})
  void la_creation_reste_saine_apres_ajax_puis_en_faute(int largeur) {
    Page page = navigateur.page("agent", largeur, false);
    page.navigate(Commune.fondee().adresse("nouveau.xhtml"));
    page.setInputFiles("#fichiers", Pieces.pdf("Lettre.pdf", "x"));
    page.locator("#pieces .etiquette").first().waitFor();
    page.selectOption("[id='f:type']", "Visa");
    page.locator("[id='f:circuit'] .fil").waitFor();
    assertThat(navigateur.fautes(page)).as("après ajax").isEmpty();
    page.click("[id='f:envoyer']");
    page.locator(".faute:visible").first().waitFor();
    assertThat(page.textContent("#pieces")).as("les pièces restent").contains("Lettre.pdf");
    assertThat(navigateur.fautes(page)).as("en faute").isEmpty();
  }

  @Test
  void une_page_introuvable_est_saine_et_le_dit() {
    Page page = navigateur.page("dgs", 1280, false);
    page.navigate(Commune.fondee().adresse("dossier.xhtml?id=inconnu"));
    assertThat(page.textContent("h1")).isEqualTo("Page introuvable");
    navigateur.oublierConsole();
    assertThat(navigateur.fautes(page)).isEmpty();
  }

  @Test
  void sans_bureau_la_page_dit_quoi_faire() {
    Page page = navigateur.page("vide", 1280, false);
    assertThat(page.textContent("main")).contains("Aucun bureau ne vous est attribué");
    assertThat(navigateur.fautes(page)).isEmpty();
  }

  @Test
  void chaque_pastille_dit_son_nom_et_son_nombre() {
    Page page = navigateur.page("dgs", 1280, false);
    List<String> noms = new ArrayList<>();
    page.locator(".compteurs a")
        .all()
        .forEach(a -> noms.add(a.innerText().replaceAll("\\s+", " ").strip()));
    assertThat(noms).isNotEmpty().allMatch(n -> n.matches(".*\\d+.*[A-Za-zÀ-ÿ]{3}.*"));
  }

  private static void verifier(Page page, List<String> adresses) {
    for (String adresse : adresses) {
      page.navigate(Commune.fondee().adresse(adresse));
      if (page.locator("[data-pdf]:not([data-pdf=''])").count() > 0) {
        page.locator("[data-pret]")
            .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(page.getAttribute("[data-visionneuse]", "data-pret"))
            .as(adresse)
            .isEqualTo("oui");
      }
      assertThat(navigateur.fautes(page)).as(adresse + " " + page.viewportSize().width).isEmpty();
    }
  }

  private static String adresseInterne(String adresse) {
    return adresse.substring(adresse.indexOf("dossier.xhtml"));
  }
}
