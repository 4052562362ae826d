package fr.paraphe.web.commun;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialesTest {

  @ParameterizedTest
  @CsvSource({
    "Paul Maire,PM",
    "Maire,M",
    "Commission d’appel d’offres,CA",
    "élodie de la Tour,ÉT",
    "Jean-Marc Petit,JM",
    "'',''"
  })
  void deux_lettres_suffisent(String nom, String attendu) {
    assertThat(Initiales.de(nom)).isEqualTo(attendu);
  }
}
