package fr.paraphe.outils.atelier;

import fr.paraphe.socle.Horloge;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * L’horloge de l’atelier : l’heure vraie, ou celle qu’on lui donne (la démonstration raconte des
 * jours passés).
 */
@ApplicationScoped
public class HorlogeReglable extends Horloge {

  private volatile Instant figee;

  /** {@code null} : l’heure vraie. */
  public void regler(Instant instant) {
    figee = instant;
  }

  @Override
  public Instant maintenant() {
    Instant instant = figee;
    return instant == null ? super.maintenant() : instant.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public LocalDate aujourdhui() {
    return LocalDate.ofInstant(maintenant(), ZONE);
  }
}
