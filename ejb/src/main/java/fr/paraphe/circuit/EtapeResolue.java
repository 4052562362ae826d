package fr.paraphe.circuit;

import fr.paraphe.organisation.BureauId;

/**
 * Une étape du circuit dont le bureau est connu. Les bureaux d’une étape parallèle se suivent, du
 * même mode et de la même action, créneaux 0, 1, 2… : le créneau 0 ouvre le rang.
 *
 * @param creneau place dans l’étape parallèle ; 0 pour une étape à un seul bureau
 * @param requis en mode {@link Mode#ET}, le nombre de décisions qui suffit ; {@code null} : toutes
 * @param exigences métadonnées exigées à la décision, bureaux à prévenir
 */
public record EtapeResolue(
    ActionDemandee action,
    BureauId bureau,
    Mode mode,
    int creneau,
    Integer requis,
    Exigences exigences) {

  public EtapeResolue {
    if (mode == Mode.SEUL && creneau != 0) {
      throw new IllegalArgumentException("un seul bureau, un seul créneau");
    }
    if (requis != null && (mode != Mode.ET || requis < 1)) {
      throw new IllegalArgumentException("un nombre requis est celui d’une étape collaborative");
    }
  }

  public EtapeResolue(
      ActionDemandee action, BureauId bureau, Mode mode, int creneau, Integer requis) {
    this(action, bureau, mode, creneau, requis, Exigences.AUCUNE);
  }

  public EtapeResolue(ActionDemandee action, BureauId bureau) {
    this(action, bureau, Mode.SEUL, 0, null);
  }
}
