package fr.paraphe.journal;

import fr.paraphe.organisation.Changements.Changement;
import java.time.Instant;
import java.util.List;

/**
 * Une ligne du journal d’administration : qui a fait quoi, quand, et ce qui a changé.
 *
 * @param nature mot du fait, {@code BUREAU_MODIFIER}
 */
public record LigneAdministration(
    long rang,
    Instant instant,
    String nature,
    String acteur,
    String objet,
    List<Changement> changements) {

  public LigneAdministration {
    changements = List.copyOf(changements);
  }
}
