package fr.paraphe.circuit;

import fr.paraphe.organisation.BureauId;

/**
 * Une étape du modèle, et son bureau s’il est connu.
 *
 * @param rang à partir de 1 ; celui de la fin de circuit suit le dernier
 * @param bureau {@code null} si {@code manque} dit pourquoi
 */
public record EtapeDesignee(
    int rang,
    ActionDemandee action,
    Designation designation,
    BureauId bureau,
    Manque manque,
    Mode mode,
    int creneau,
    Integer requis,
    Exigences exigences) {

  /** La même, dont le bureau est connu. */
  public EtapeResolue resolue() {
    return new EtapeResolue(action, bureau, mode, creneau, requis, exigences);
  }
}
