package fr.paraphe.notification.modele;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.notification.ReglageCourriels;
import fr.paraphe.notification.Rythme;
import fr.paraphe.socle.Horloge;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcheanceTest {

  private static Instant civile(String date) {
    return LocalDateTime.parse(date).atZone(Horloge.ZONE).toInstant();
  }

  private static ReglageCourriels reglage(Rythme rythme, int heures, int heure, DayOfWeek jour) {
    return new ReglageCourriels(rythme, heures, heure, jour, "", true, true, true);
  }

  @ParameterizedTest
  @CsvSource({
    "1,2026-03-10T09:00,2026-03-10T10:00",
    "1,2026-03-10T09:59,2026-03-10T10:00",
    "4,2026-03-10T09:10,2026-03-10T12:00",
    "4,2026-03-10T12:00,2026-03-10T16:00",
    "12,2026-03-10T13:00,2026-03-11T00:00",
    "6,2026-03-10T23:59,2026-03-11T00:00"
  })
  void toutes_les_n_heures_tombe_sur_les_memes_heures_chaque_jour(
      int heures, String depuis, String du) {
    assertThat(Echeance.apres(civile(depuis), reglage(Rythme.HORAIRE, heures, 8, DayOfWeek.MONDAY)))
        .isEqualTo(civile(du));
  }

  @ParameterizedTest
  @CsvSource({
    "8,2026-03-10T07:59,2026-03-10T08:00",
    "8,2026-03-10T08:00,2026-03-11T08:00",
    "0,2026-03-10T00:01,2026-03-11T00:00",
    "23,2026-03-10T12:00,2026-03-10T23:00"
  })
  void une_fois_par_jour_a_l_heure_choisie(int heure, String depuis, String du) {
    assertThat(
            Echeance.apres(civile(depuis), reglage(Rythme.QUOTIDIENNE, 4, heure, DayOfWeek.MONDAY)))
        .isEqualTo(civile(du));
  }

  @ParameterizedTest
  @CsvSource({
    "MONDAY,2026-03-10T09:00,2026-03-16T08:00",
    "TUESDAY,2026-03-10T07:00,2026-03-10T08:00",
    "TUESDAY,2026-03-10T08:00,2026-03-17T08:00",
    "SUNDAY,2026-03-10T08:00,2026-03-15T08:00"
  })
  void une_fois_par_semaine_a_huit_heures(DayOfWeek jour, String depuis, String du) {
    assertThat(Echeance.apres(civile(depuis), reglage(Rythme.HEBDOMADAIRE, 4, 8, jour)))
        .isEqualTo(civile(du));
  }

  @Test
  void le_passage_a_l_heure_d_ete_garde_l_heure_civile() {
    assertThat(
            Echeance.apres(
                civile("2026-03-28T09:00"), reglage(Rythme.QUOTIDIENNE, 4, 8, DayOfWeek.MONDAY)))
        .isEqualTo(Instant.parse("2026-03-29T06:00:00Z"));
  }

  @Test
  void a_chaque_fois_est_du_tout_de_suite_et_jamais_ne_l_est_pas() {
    Instant depuis = civile("2026-03-10T09:00");
    assertThat(Echeance.apres(depuis, ReglageCourriels.DEFAUT)).isEqualTo(depuis);
    assertThat(Echeance.apres(depuis, ReglageCourriels.DEFAUT.avecRythme(Rythme.JAMAIS)))
        .isEqualTo(Instant.MAX);
  }
}
