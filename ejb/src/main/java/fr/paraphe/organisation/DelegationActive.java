package fr.paraphe.organisation;

import java.time.Instant;

/**
 * Une délégation en cours en faveur d’un bureau que l’acteur possède.
 *
 * @param bureau le bureau qui délègue
 * @param delegue le bureau qui agit pour lui
 * @param depuis début de la période ; {@code null} : depuis toujours
 * @param dossiersEnCours vrai si les dossiers arrivés avant le début sont délégués aussi
 * @param typeId limité à ce type ; {@code null} : tous
 * @param sousTypeId limité à ce sous-type ; {@code null} : tous
 */
public record DelegationActive(
    int id,
    BureauId bureau,
    BureauId delegue,
    Instant depuis,
    boolean dossiersEnCours,
    Integer typeId,
    Integer sousTypeId) {

  /**
   * Vrai si cette délégation couvre un dossier de ce type arrivé à cet instant sur le bureau qui
   * délègue.
   */
  public boolean couvre(int typeDossier, int sousType, Instant arrivee) {
    boolean bonType = typeId == null || typeId == typeDossier;
    boolean bonSousType = sousTypeId == null || sousTypeId == sousType;
    boolean aTemps = dossiersEnCours || depuis == null || !arrivee.isBefore(depuis);
    return bonType && bonSousType && aTemps;
  }
}
