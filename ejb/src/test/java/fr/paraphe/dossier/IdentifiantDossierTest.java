package fr.paraphe.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiantDossierTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J'aime développer",
        "R-006-00-C2-20091005035902",
        "webdelib_1",
        "a:b/c*d?e<f>|\"g\"",
        "(1) [2] @ été",
        "x"
      })
  void les_identifiants_des_connecteurs_sont_gardes_tels_quels(String valeur) {
    assertThat(new IdentifiantDossier(valeur)).hasToString(valeur);
  }

  @Test
  void les_blancs_de_bord_tombent_pas_ceux_du_milieu() {
    assertThat(new IdentifiantDossier(" \n a  b\t").valeur()).isEqualTo("a  b");
  }

  @Test
  void six_cents_caracteres_passent() {
    assertThat(new IdentifiantDossier("é".repeat(600)).valeur()).hasSize(600);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "\t\r\n", "a\u0000b", "a\nb", "a\u007Fb", "a\u0085b"})
  void un_identifiant_vide_ou_a_caractere_de_controle_est_impossible(String valeur) {
    assertThatThrownBy(() -> new IdentifiantDossier(valeur))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void six_cent_un_caracteres_sont_impossibles() {
    assertThatThrownBy(() -> new IdentifiantDossier("a".repeat(601)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
