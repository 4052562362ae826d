package fr.paraphe.outils.demo;

import fr.paraphe.socle.Horloge;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** Les dates d’une histoire qui finit aujourd’hui, comptées en jours ouvrés. */
record Calendrier(Instant maintenant) {

  private static final Duration MARGE = Duration.ofMinutes(2);

  LocalDate aujourdhui() {
    return LocalDate.ofInstant(maintenant, Horloge.ZONE);
  }

  /** Jamais dans l’avenir. */
  Instant ilYA(int joursOuvres, LocalTime heure) {
    Instant voulu = jour(-joursOuvres).atTime(heure).atZone(Horloge.ZONE).toInstant();
    Instant limite = maintenant.minus(MARGE);
    return voulu.isAfter(limite) ? limite : voulu;
  }

  /** Le jour ouvré le plus proche à cette distance, vers le passé si elle est négative. */
  LocalDate jour(int joursOuvres) {
    LocalDate jour = aujourdhui();
    int sens = joursOuvres < 0 ? -1 : 1;
    for (int reste = Math.abs(joursOuvres); reste > 0; ) {
      jour = jour.plusDays(sens);
      if (ouvre(jour)) {
        reste--;
      }
    }
    return jour;
  }

  private static boolean ouvre(LocalDate jour) {
    return jour.getDayOfWeek() != DayOfWeek.SATURDAY && jour.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
