package fr.paraphe.socle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * La seule horloge du produit. Les instants sont en UTC, tronqués à la microseconde : la base n’en
 * garde pas davantage et l’empreinte du journal couvre la valeur telle qu’elle est conservée.
 */
@ApplicationScoped
public class Horloge {

  /** Fuseau des dates civiles (date limite, retard) : celui des collectivités. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private final Clock source;

  public Horloge() {
    this(Clock.systemUTC());
  }

  public Horloge(Clock source) {
    this.source = source;
  }

  public Instant maintenant() {
    return source.instant().truncatedTo(ChronoUnit.MICROS);
  }

  public LocalDate aujourdhui() {
    return LocalDate.ofInstant(source.instant(), ZONE);
  }
}
