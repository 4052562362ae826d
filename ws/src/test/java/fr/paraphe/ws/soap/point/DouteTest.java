package fr.paraphe.ws.soap.point;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DouteTest {

  @ParameterizedTest
  @CsvSource({"0,false", "299,false", "300,true", "5000,true", "59999,true", "60000,false"})
  void une_connexion_fermee_ni_aussitot_ni_bien_plus_tard_fait_douter(
      long millisecondes, boolean fonde) {
    Doute doute = new Doute(7, () -> {});
    assertThat(doute.fonde(7 + millisecondes * 1_000_000)).isEqualTo(fonde);
  }
}
