package fr.paraphe.notification.modele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.notification.ErreurNotification;
import fr.paraphe.notification.ReglageCourriels;
import fr.paraphe.notification.Rythme;
import fr.paraphe.socle.ErreurMetier;
import java.time.DayOfWeek;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegleReglageTest {

  private static ReglageCourriels reglage(int heures, int heure, String adresse) {
    return new ReglageCourriels(
        Rythme.HORAIRE, heures, heure, DayOfWeek.MONDAY, adresse, true, true, true);
  }

  private static void refuse(ReglageCourriels reglage, ErreurNotification code) {
    assertThatThrownBy(() -> RegleReglage.verifier(reglage))
        .isInstanceOfSatisfying(ErreurMetier.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b.fr", " prenom.nom@mairie-de-demo.fr ", "x+y@sous.domaine.example", ""})
  void une_adresse_de_courriel_ou_rien_est_acceptee(String adresse) {
    assertThat(RegleReglage.verifier(reglage(4, 8, adresse)).adresse()).isEqualTo(adresse.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a@b",
        "@b.fr",
        "a@.fr",
        "a b@c.fr",
        "a@b.fr, c@d.fr",
        "a@b.fr\nBcc: c@d.fr",
        "é@b.fr",
        "Paul <a@b.fr>",
        "a@b..fr",
        "a@-b.fr"
      })
  void ce_qui_n_est_pas_une_adresse_est_refuse(String adresse) {
    refuse(reglage(4, 8, adresse), ErreurNotification.ADRESSE_COURRIEL_INVALIDE);
  }

  @ParameterizedTest
  @CsvSource({"0,8", "5,8", "24,8", "4,24", "4,-1"})
  void un_rythme_hors_de_la_liste_est_refuse(int heures, int heure) {
    refuse(reglage(heures, heure, ""), ErreurNotification.RYTHME_COURRIELS_INVALIDE);
  }
}
