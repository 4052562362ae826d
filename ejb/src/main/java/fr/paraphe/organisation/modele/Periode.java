package fr.paraphe.organisation.modele;

import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.socle.ErreurMetier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * La période d’une délégation, en instants : du début du premier jour à la fin du dernier, heure de
 * Paris (deux jours par an n’ont pas vingt-quatre heures).
 *
 * @param debut {@code null} : depuis toujours
 * @param fin exclue ; {@code null} : sans fin
 */
public record Periode(Instant debut, Instant fin) {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /**
   * @throws ErreurMetier {@link ErreurOrganisation#DELEGATION_SANS_DATE}, {@link
   *     ErreurOrganisation#DELEGATION_DATES}
   */
  public static Periode de(Optional<LocalDate> du, Optional<LocalDate> au, Instant maintenant) {
    if (du.isEmpty() && au.isEmpty()) {
      throw new ErreurMetier(
          ErreurOrganisation.DELEGATION_SANS_DATE,
          "Donnez au moins une date : le premier jour, le dernier, ou les deux.");
    }
    LocalDate aujourdhui = maintenant.atZone(PARIS).toLocalDate();
    boolean aRebours = du.isPresent() && au.isPresent() && au.get().isBefore(du.get());
    if (aRebours || au.isPresent() && au.get().isBefore(aujourdhui)) {
      throw new ErreurMetier(
          ErreurOrganisation.DELEGATION_DATES,
          "Le dernier jour doit suivre le premier, et ne pas être déjà passé.");
    }
    return new Periode(
        du.map(jour -> jour.atStartOfDay(PARIS).toInstant()).orElse(null),
        au.map(jour -> jour.plusDays(1).atStartOfDay(PARIS).toInstant()).orElse(null));
  }

  /** Le premier jour, ou {@code null}. */
  public LocalDate du() {
    return debut == null ? null : debut.atZone(PARIS).toLocalDate();
  }

  /** Le dernier jour, compris, ou {@code null}. */
  public LocalDate au() {
    return fin == null ? null : fin.minusNanos(1).atZone(PARIS).toLocalDate();
  }
}
