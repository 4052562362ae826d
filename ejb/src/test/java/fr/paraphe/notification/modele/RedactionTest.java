package fr.paraphe.notification.modele;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedactionTest {

  private static final Redaction REDACTION = new Redaction("https://parapheur.demo.fr", "");

  private static Annonce annonce(
      NatureMessage nature, String bureau, String absent, String id, boolean confidentiel) {
    return new Annonce(
        nature,
        Instant.parse("2026-03-10T09:42:00Z"),
        bureau,
        absent,
        "SIGNATURE",
        "VISA",
        "Claire Directrice",
        "Très bien <b>vu</b>",
        id,
        "Délibération n° 12 & suite",
        confidentiel,
        LocalDate.of(2026, 3, 20));
  }

  private static Annonce arrivee() {
    return annonce(NatureMessage.ARRIVEE, "Maire", null, "D é/1", false);
  }

  @Test
  void une_annonce_seule_dit_quoi_faire_sur_quel_dossier_et_ou_cliquer() {
    Redaction.Texte t = REDACTION.rediger(List.of(arrivee()));
    assertThat(t.sujet()).isEqualTo("À signer : Délibération n° 12 & suite");
    assertThat(t.texte())
        .contains("Bureau « Maire »")
        .contains(
            "Déposé sur le bureau « Maire » pour signature par Claire Directrice le 10 mars 2026 à 10:42.")
        .contains("« Très bien <b>vu</b> »")
        .contains("Date limite : 20 mars 2026.")
        .contains("https://parapheur.demo.fr/iparapheur/dossier.xhtml?id=D+%C3%A9%2F1\n");
  }

  @Test
  void le_html_echappe_ce_que_les_gens_ont_ecrit() {
    assertThat(REDACTION.rediger(List.of(arrivee())).html())
        .contains("Très bien &lt;b&gt;vu&lt;/b&gt;")
        .contains("n° 12 &amp; suite")
        .contains("href=\"https://parapheur.demo.fr/iparapheur/dossier.xhtml?id=D+%C3%A9%2F1\"")
        .doesNotContain("<b>vu");
  }

  @Test
  void un_recapitulatif_range_par_bureau_puis_par_dossier() {
    Redaction.Texte t =
        REDACTION.rediger(
            List.of(
                annonce(NatureMessage.ARRIVEE, "DGS", null, "A", false),
                annonce(NatureMessage.ARRIVEE, "Maire", null, "B", false),
                annonce(NatureMessage.SUIVI, "Maire", null, "C", false),
                annonce(NatureMessage.RETARD, "DGS", null, "A", false)));
    assertThat(t.sujet()).isEqualTo("Récapitulatif : 3 dossiers");
    assertThat(t.texte())
        .containsSubsequence("« DGS »", "?id=A", "Bureau « Maire »", "?id=B", "?id=C");
    assertThat(t.texte().split("\\?id=A\n")).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void un_dossier_confidentiel_ne_livre_ni_titre_ni_annotation(NatureMessage nature) {
    Redaction.Texte t = REDACTION.rediger(List.of(annonce(nature, "Maire", null, "A", true)));
    assertThat(t.sujet() + t.texte() + t.html())
        .contains("Dossier confidentiel")
        .doesNotContain("Délibération")
        .doesNotContain("vu");
  }

  @Test
  void un_delegue_lit_en_l_absence_de_qui_il_est_averti() {
    Redaction.Texte t =
        REDACTION.rediger(
            List.of(annonce(NatureMessage.ARRIVEE, "Premier adjoint", "Maire", "A", false)));
    assertThat(t.sujet()).endsWith("(en l’absence de Maire)");
    assertThat(t.texte())
        .contains("Bureau « Premier adjoint »")
        .contains("Déposé sur le bureau « Maire »")
        .contains("Vous êtes averti en l’absence de « Maire ».");
  }

  @Test
  void la_mention_de_l_environnement_est_dans_l_objet_et_le_corps() {
    Redaction.Texte t =
        new Redaction("https://recette.demo.fr", "RECETTE").rediger(List.of(arrivee()));
    assertThat(t.sujet()).startsWith("[RECETTE] À signer");
    assertThat(t.texte()).contains("Paraphe · RECETTE");
    assertThat(t.html()).contains("<strong>RECETTE</strong>");
  }

  @ParameterizedTest
  @EnumSource
  void chaque_nature_a_ses_mots(NatureMessage nature) {
    Redaction.Texte t = REDACTION.rediger(List.of(annonce(nature, "Maire", null, "A", false)));
    assertThat(t.sujet()).matches("[^%]+ : Délibération n° 12 & suite");
    assertThat(t.texte()).doesNotContain("null").doesNotContain("%s");
  }
}
