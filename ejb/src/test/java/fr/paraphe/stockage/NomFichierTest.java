package fr.paraphe.stockage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NomFichierTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Délibération n° 12, lot 3; voirie.pdf|Délibération n° 12, lot 3; voirie.pdf",
        "C:\\Users\\agent\\Bureau\\acte.pdf|acte.pdf",
        "../../etc/passwd|passwd",
        "facture\u202Efdp.exe|facturefdp.exe",
        "e\u0301te\u0301.pdf|été.pdf",
        "a\u0001b\u0007c.pdf|abc.pdf",
        "un   espace  suffit.pdf|un espace suffit.pdf",
        ".htaccess|htaccess"
      })
  void un_nom_perd_ce_qui_trompe_et_garde_ce_qui_se_lit(String recu, String attendu) {
    assertThat(NomFichier.nettoyer(recu)).isEqualTo(attendu);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "/", "..", "\u202E", "dossier/"})
  void un_nom_sans_rien_de_lisible_devient_document(String recu) {
    assertThat(NomFichier.nettoyer(recu)).isEqualTo("document");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 500, 5000})
  void un_nom_trop_long_est_raccourci_sans_perdre_son_extension(int longueur) {
    String nom = NomFichier.nettoyer("é".repeat(longueur) + ".pdf");

    assertThat(nom).hasSize(200).endsWith("é.pdf");
  }

  @ParameterizedTest
  @ValueSource(ints = {150, 300})
  void un_emoji_n_est_jamais_coupe_en_deux(int longueur) {
    String nom = NomFichier.nettoyer("🏛".repeat(longueur));

    assertThat(nom.codePoints().allMatch(c -> c == "🏛".codePointAt(0))).isTrue();
    assertThat(nom.codePointCount(0, nom.length())).isLessThanOrEqualTo(200);
  }
}
