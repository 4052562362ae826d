package fr.paraphe.circuit;

import fr.paraphe.organisation.BureauId;
import java.util.List;

/**
 * Une étape telle que l’administrateur la dessine.
 *
 * @param bureaux vide si la désignation n’est pas {@link Designation#BUREAU} ; plusieurs si l’étape
 *     est parallèle
 * @param requis en mode {@link Mode#ET}, combien de décisions suffisent ; {@code null} : toutes
 */
public record EtapeDessinee(
    ActionDemandee action,
    Designation designation,
    List<BureauId> bureaux,
    Mode mode,
    Integer requis,
    Exigences exigences) {

  public EtapeDessinee {
    bureaux = List.copyOf(bureaux);
  }

  /** Une étape à un seul bureau, sans exigence. */
  public static EtapeDessinee seule(
      ActionDemandee action, Designation designation, BureauId bureau) {
    return new EtapeDessinee(
        action,
        designation,
        bureau == null ? List.of() : List.of(bureau),
        Mode.SEUL,
        null,
        Exigences.AUCUNE);
  }
}
