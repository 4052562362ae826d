package fr.paraphe.outils.importation;

import java.util.List;

/**
 * Ce qu’un import a changé, ou changerait.
 *
 * @param domaine de la collectivité
 * @param envois appels à la base ; un lot compte pour un
 */
public record RapportImportation(
    String domaine,
    List<Difference> changements,
    List<Difference> absents,
    int utilisateurs,
    int bureaux,
    int sousTypes,
    long envois) {

  /** Un tableau ne parle que d’une rubrique : le reste n’y est pas absent. */
  RapportImportation sansAbsents() {
    return new RapportImportation(
        domaine, changements, List.of(), utilisateurs, bureaux, sousTypes, envois);
  }

  public boolean aucunChangement() {
    return changements.isEmpty();
  }
}
