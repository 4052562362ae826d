package fr.paraphe.organisation;

/**
 * Identifiant technique d’une collectivité (entité cloisonnée : aucune donnée ne passe de l’une à
 * l’autre). Le connaître ne donne aucun droit.
 */
public record CollectiviteId(int valeur) {

  public CollectiviteId {
    if (valeur <= 0) {
      throw new IllegalArgumentException("identifiant impossible : " + valeur);
    }
  }
}
