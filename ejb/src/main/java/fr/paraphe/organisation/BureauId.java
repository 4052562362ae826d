package fr.paraphe.organisation;

/** Identifiant technique d’un bureau. Le connaître ne donne aucun droit. */
public record BureauId(int valeur) {

  public BureauId {
    if (valeur <= 0) {
      throw new IllegalArgumentException("identifiant impossible : " + valeur);
    }
  }
}
