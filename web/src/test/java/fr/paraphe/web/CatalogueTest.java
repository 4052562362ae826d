package fr.paraphe.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.NatureDocument;
import fr.paraphe.dossier.NatureFait;
import fr.paraphe.dossier.Tri;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.web.commun.Mots;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Pattern CLE_XHTML =
      Pattern.compile(
          "mots\\.dire\\((?:[^'()]*(?:\\([^()]*\\))?[^'()]*\\? )?'([A-Za-z0-9.]+)'(?: : '([A-Za-z0-9.]+)')?");
  private static final Pattern CLE_JAVA =
      Pattern.compile(
          "(?:dire\\((?:Mots\\.locale\\(\\), |locale\\(\\), )?|decider\\([^\"{]*|suivre\\()\"([a-z][A-Za-z0-9.]+)\"");
  private static final Pattern MOT_JS = Pattern.compile("(?:P\\.mot|[^.\\w]mot)\\(\"(\\w+)\"");

  @Test
  void le_francais_et_l_anglais_ont_les_memes_cles() {
    assertThat(Sources.catalogue("fr").keySet()).isEqualTo(Sources.catalogue("en").keySet());
    assertThat(Sources.catalogue("fr").keySet()).hasSizeGreaterThan(300);
  }

  @Test
  void aucun_texte_n_est_vide() {
    for (String langue : List.of("fr", "en")) {
      Sources.catalogue(langue)
          .forEach((cle, texte) -> assertThat(texte).as(langue + " " + cle).isNotBlank());
    }
  }

  @Test
  void chaque_cle_citee_par_une_page_existe() throws IOException {
    Set<String> citees = citees(CLE_XHTML, Sources.pages());
    assertThat(citees).hasSizeGreaterThan(200);
    citees.removeAll(Sources.catalogue("fr").keySet());
    assertThat(citees).isEmpty();
  }

  @Test
  void chaque_cle_citee_par_un_bean_existe() throws IOException {
    Set<String> citees = citees(CLE_JAVA, Sources.java());
    assertThat(citees).contains("annonce.vise", "annonce.rejete");
    citees.removeAll(Sources.catalogue("fr").keySet());
    assertThat(citees).isEmpty();
  }

  @Test
  void chaque_mot_demande_par_un_script_lui_est_donne() throws IOException {
    String donnes =
        Sources.pages().stream()
            .filter(s -> s.nom().endsWith("mots-js.xhtml"))
            .findFirst()
            .orElseThrow()
            .texte();
    for (String mot : citees(MOT_JS, Sources.scripts())) {
      assertThat(donnes)
          .as("mot " + mot)
          .contains("data-" + mot.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "=");
    }
  }

  @Test
  void chaque_valeur_montree_a_un_texte() {
    Stream.of(
            Bannette.values(),
            Tri.values(),
            ActionDemandee.values(),
            EtatDossier.values(),
            Visibilite.values(),
            NatureDocument.values())
        .flatMap(Arrays::stream)
        .forEach(
            v ->
                assertThat(Sources.catalogue("fr"))
                    .containsKey(v.getDeclaringClass().getSimpleName() + "." + v.name()));
  }

  @Test
  void chaque_fait_du_journal_se_raconte() {
    for (NatureFait nature : NatureFait.values()) {
      assertThat(Sources.catalogue("fr")).containsKey("evenement." + nature.name());
    }
  }

  @Test
  void le_francais_suit_sa_typographie() {
    Sources.catalogue("fr")
        .forEach(
            (cle, texte) -> {
              String visible = texte.replaceAll("\\{\\d,choice,", "").replaceAll("\\d[#<]", "");
              assertThat(visible)
                  .as(cle)
                  .doesNotContain("'")
                  .doesNotContain("...")
                  .doesNotContain("« ")
                  .doesNotContain(" »");
              assertThat(visible)
                  .as(cle + " : espace insécable")
                  .doesNotContainPattern("[^\\s\\u00a0]? [:;?!%]")
                  .doesNotContainPattern("\\p{L}[?!:;](?=\\s|$)");
            });
  }

  @Test
  void l_anglais_n_a_pas_d_apostrophe_droite() {
    Sources.catalogue("en").forEach((cle, texte) -> assertThat(texte).as(cle).doesNotContain("'"));
  }

  @Test
  void chaque_patron_se_lit() {
    for (String langue : List.of("fr", "en")) {
      Sources.catalogue(langue)
          .forEach(
              (cle, texte) ->
                  assertThat(
                          new MessageFormat(texte, Locale.forLanguageTag(langue))
                              .format(new Object[] {2, 3, 4}))
                      .as(cle)
                      .isNotBlank());
    }
  }

  @Test
  void le_nombre_s_accorde() {
    assertThat(Mots.dire(Locale.FRENCH, "accueil.resume", "Lundi", 0, 0))
        .isEqualTo("Lundi · aucun dossier ne vous attend.");
    assertThat(Mots.dire(Locale.FRENCH, "accueil.resume", "Lundi", 12, 2))
        .isEqualTo("Lundi · 12 dossiers vous attendent, dont 2 en retard.");
    assertThat(Mots.dire(Locale.ENGLISH, "liste.retardDe", 1)).isEqualTo("One day late");
  }

  @Test
  void une_cle_inconnue_est_une_faute() {
    assertThatThrownBy(() -> Mots.dire(Locale.FRENCH, "cle.qui.n.existe.pas"))
        .isInstanceOf(MissingResourceException.class);
  }

  private static Set<String> citees(Pattern forme, List<Sources.Source> sources) {
    Set<String> cles = new TreeSet<>();
    for (Sources.Source source : sources) {
      Matcher m = forme.matcher(source.texte());
      while (m.find()) {
        for (int i = 1; i <= m.groupCount(); i++) {
          if (m.group(i) != null && !m.group(i).endsWith(".")) {
            cles.add(m.group(i));
          }
        }
      }
    }
    return cles;
  }
}
