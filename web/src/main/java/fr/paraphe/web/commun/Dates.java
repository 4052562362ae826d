package fr.paraphe.web.commun;

import fr.paraphe.socle.Horloge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Les dates comme on les lit : « 24 nov. », « 24/11/2026 à 10:42 », « aujourd’hui à 10:42 ». Heure
 * de Paris.
 */
@Named("dates")
@ApplicationScoped
public class Dates {
  private static final ZoneId ICI = ZoneId.of("Europe/Paris");

  private Horloge horloge;

  protected Dates() {}

  @Inject
  public Dates(Horloge horloge) {
    this.horloge = horloge;
  }

  public String aujourdhui() {
    String texte = jourLong(ici(horloge.maintenant()).toLocalDate());
    return texte.substring(0, 1).toUpperCase(Mots.locale()) + texte.substring(1);
  }

  /** « 24 nov. » cette année, « 24/11/2025 » sinon ; vide si la date manque. */
  public String jour(LocalDate date) {
    if (date == null) {
      return "";
    }
    boolean cetteAnnee = date.getYear() == ici(horloge.maintenant()).getYear();
    return cetteAnnee
        ? premier(Mots.locale(), date, format("d MMM", "d MMM").format(date))
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
            .withLocale(Mots.locale())
            .format(date);
  }

  public String jourLong(LocalDate date) {
    return date == null
        ? ""
        : premier(
            Mots.locale(), date, format("EEEE d MMMM yyyy", "EEEE, d MMMM yyyy").format(date));
  }

  /** En français, le premier du mois s’écrit « 1er ». */
  static String premier(Locale locale, LocalDate date, String texte) {
    boolean francais = locale.getLanguage().equals("fr");
    return francais && date.getDayOfMonth() == 1 ? texte.replaceFirst("\\b1 ", "1er ") : texte;
  }

  public String jour(Instant instant) {
    return instant == null ? "" : jour(ici(instant).toLocalDate());
  }

  /** « 19 nov. à 14:40 », l’heure seule si c’est aujourd’hui. */
  public String moment(Instant instant) {
    if (instant == null) {
      return "";
    }
    ZonedDateTime quand = ici(instant);
    String heure = format("HH:mm", "HH:mm").format(quand);
    boolean ceJour = quand.toLocalDate().equals(ici(horloge.maintenant()).toLocalDate());
    return Mots.dire(
        Mots.locale(), ceJour ? "date.ceJour" : "date.moment", jour(quand.toLocalDate()), heure);
  }

  public String exact(Instant instant) {
    return instant == null
        ? ""
        : format("dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm:ss").format(ici(instant));
  }

  /** Forme de l’attribut {@code datetime}. */
  public String iso(Instant instant) {
    return instant == null
        ? ""
        : ici(instant).truncatedTo(ChronoUnit.MINUTES).toOffsetDateTime().toString();
  }

  /** Jours entiers écoulés depuis cet instant. */
  public long joursDepuis(Instant instant) {
    return instant == null
        ? 0
        : ChronoUnit.DAYS.between(
            ici(instant).toLocalDate(), ici(horloge.maintenant()).toLocalDate());
  }

  private static DateTimeFormatter format(String francais, String anglais) {
    Locale locale = Mots.locale();
    return DateTimeFormatter.ofPattern(
        locale.getLanguage().equals("en") ? anglais : francais, locale);
  }

  private static ZonedDateTime ici(Instant instant) {
    return instant.atZone(ICI);
  }
}
