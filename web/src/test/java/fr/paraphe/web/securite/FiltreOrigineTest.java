package fr.paraphe.web.securite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltreOrigineTest {
  private static final String HOTE = "parapheur.ville.fr";

  @Test
  void nos_pages_peuvent_agir() {
    assertThat(FiltreOrigine.memeOrigine("same-origin", null, HOTE)).isTrue();
    assertThat(FiltreOrigine.memeOrigine(null, "https://parapheur.ville.fr", HOTE)).isTrue();
    assertThat(FiltreOrigine.memeOrigine(null, "http://localhost:8080", "localhost:8080")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site,https://parapheur.ville.fr",
    "same-site,https://parapheur.ville.fr",
    "none,https://parapheur.ville.fr"
  })
  void ce_que_dit_le_navigateur_l_emporte(String site, String origine) {
    assertThat(FiltreOrigine.memeOrigine(site, origine, HOTE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://ailleurs.fr",
    "https://parapheur.ville.fr.ailleurs.fr",
    "https://parapheur.ville.fr:8443",
    "null",
    "pas une adresse",
    "''"
  })
  void une_autre_origine_ne_peut_pas_agir(String origine) {
    assertThat(FiltreOrigine.memeOrigine(null, origine, HOTE)).isFalse();
  }

  @Test
  void une_demande_sans_origine_est_refusee() {
    assertThat(FiltreOrigine.memeOrigine(null, null, HOTE)).isFalse();
  }
}
