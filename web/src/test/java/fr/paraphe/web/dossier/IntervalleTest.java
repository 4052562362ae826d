package fr.paraphe.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalleTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-99,0,99",
    "bytes=900-,900,999",
    "bytes=-100,900,999",
    "bytes=-5000,0,999",
    "bytes=990-5000,990,999"
  })
  void un_intervalle_demande_est_servi(String entete, long debut, long fin) {
    assertThat(Intervalle.lire(entete, 1000)).contains(new Intervalle(debut, fin));
    assertThat(Intervalle.lire(entete, 1000).orElseThrow().satisfaisable(1000)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=-",
        "bytes=0-9,20-29",
        "octets=0-9",
        "bytes=a-b",
        "bytes=99999999999999999999-",
        ""
      })
  void un_intervalle_illisible_sert_le_tout(String entete) {
    assertThat(Intervalle.lire(entete, 1000)).isEmpty();
  }

  @Test
  void sans_en_tete_le_tout_est_servi() {
    assertThat(Intervalle.lire(null, 1000)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=20-10", "bytes=-0"})
  void un_intervalle_hors_du_document_est_refuse(String entete) {
    assertThat(Intervalle.lire(entete, 1000).orElseThrow().satisfaisable(1000)).isFalse();
  }
}
