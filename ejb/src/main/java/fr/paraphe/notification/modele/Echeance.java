package fr.paraphe.notification.modele;

import fr.paraphe.notification.ReglageCourriels;
import fr.paraphe.socle.Horloge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;

/** Quand un récapitulatif est dû, à l’heure civile des collectivités. */
public final class Echeance {

  private static final int HEURE_HEBDOMADAIRE = 8;

  private Echeance() {}

  /**
   * Le premier rendez-vous après cet instant.
   *
   * @param attendDepuis quand la plus ancienne annonce en attente a été écrite
   */
  public static Instant apres(Instant attendDepuis, ReglageCourriels reglage) {
    LocalDateTime depuis = LocalDateTime.ofInstant(attendDepuis, Horloge.ZONE);
    return switch (reglage.rythme()) {
      case CHAQUE -> attendDepuis;
      case HORAIRE -> instant(prochainPas(depuis, reglage.heures()));
      case QUOTIDIENNE -> instant(prochaineHeure(depuis, reglage.heure()));
      case HEBDOMADAIRE -> instant(prochainJour(depuis, reglage));
      case JAMAIS -> Instant.MAX;
    };
  }

  private static Instant instant(LocalDateTime civile) {
    return civile.atZone(Horloge.ZONE).toInstant();
  }

  private static LocalDateTime prochainPas(LocalDateTime depuis, int pas) {
    LocalDateTime minuit = depuis.toLocalDate().atStartOfDay();
    return minuit.plusHours((depuis.getHour() / pas + 1L) * pas);
  }

  private static LocalDateTime prochaineHeure(LocalDateTime depuis, int heure) {
    LocalDateTime ceJour = depuis.toLocalDate().atTime(heure, 0);
    return ceJour.isAfter(depuis) ? ceJour : ceJour.plusDays(1);
  }

  private static LocalDateTime prochainJour(LocalDateTime depuis, ReglageCourriels reglage) {
    LocalDate jour = depuis.toLocalDate().with(TemporalAdjusters.nextOrSame(reglage.jour()));
    LocalDateTime rendezVous = jour.atTime(HEURE_HEBDOMADAIRE, 0);
    return rendezVous.isAfter(depuis) ? rendezVous : rendezVous.plusWeeks(1);
  }
}
