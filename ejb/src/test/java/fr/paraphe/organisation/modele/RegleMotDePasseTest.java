package fr.paraphe.organisation.modele;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.socle.ErreurMetier;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegleMotDePasseTest {

  private static final List<String> CONNUS =
      List.of("z.hélène", "Hélène", "Do", "Ville de Vannes", "vannes");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "douzecaracte",
        "une phrase, avec des espaces : et des signes",
        "Doéàùç-çàùéoD",
        "quatre-cheval-agrafe-pile-correct-quatre-cheval-agrafe-pile-correct-abcd"
      })
  void un_mot_de_passe_long_sans_rien_de_la_personne_suit_la_regle(String choisi) {
    assertThatCode(() -> RegleMotDePasse.verifier(choisi, CONNUS)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "'',MOT_DE_PASSE_COURT",
    "onzecaracte,MOT_DE_PASSE_COURT",
    "😀😀😀😀😀😀😀😀😀😀😀,MOT_DE_PASSE_COURT",
    "quatre-cheval-agrafe-pile-correct-quatre-cheval-agrafe-pile-correct-abcde,MOT_DE_PASSE_LONG",
    "ééééééééééééééééééééééééééééééééééééé,MOT_DE_PASSE_LONG",
    "agrafe-helene-cheval,MOT_DE_PASSE_PERSONNEL",
    "agrafe-HÉLÈNE-cheval,MOT_DE_PASSE_PERSONNEL",
    "Z.Helene-agrafe-cheval,MOT_DE_PASSE_PERSONNEL",
    "agrafe-vannes-cheval,MOT_DE_PASSE_PERSONNEL"
  })
  void ce_qui_enfreint_la_regle_est_refuse(String choisi, ErreurOrganisation code) {
    assertThatThrownBy(() -> RegleMotDePasse.verifier(choisi, CONNUS))
        .isInstanceOfSatisfying(
            ErreurMetier.class,
            e -> org.assertj.core.api.Assertions.assertThat(e.code()).isEqualTo(code));
  }
}
