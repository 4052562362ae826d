package fr.paraphe.organisation;

import java.util.List;

/**
 * Événement : un administrateur vient de changer quelque chose. Publié dans la transaction du
 * changement ; le journal l’observe et l’écrit dans la chaîne de la collectivité. Une exception
 * d’un observateur annule le changement.
 *
 * @param collectivite celle dont la chaîne reçoit la ligne
 * @param nom le nom montrable de ce qui change, tel qu’il est après
 */
public record FaitAdministration(
    CollectiviteId collectivite,
    UtilisateurId acteur,
    String acteurNom,
    ObjetAdministre objet,
    ActeAdministration acte,
    String nom,
    List<Changements.Changement> changements) {

  public FaitAdministration {
    changements = List.copyOf(changements);
  }

  /** Un fait dans la collectivité de l’acteur. */
  public static FaitAdministration de(
      Acteur acteur,
      ObjetAdministre objet,
      ActeAdministration acte,
      String nom,
      Changements changements) {
    return new FaitAdministration(
        acteur.collectivite(),
        acteur.id(),
        acteur.nomComplet(),
        objet,
        acte,
        nom,
        changements.lignes());
  }

  /** Le mot gardé par le journal : {@code BUREAU_MODIFIER}. */
  public String nature() {
    return objet.name() + "_" + acte.name();
  }
}
