package fr.paraphe.organisation;

/** Identifiant technique d’un utilisateur. Le connaître ne donne aucun droit. */
public record UtilisateurId(int valeur) {

  public UtilisateurId {
    if (valeur <= 0) {
      throw new IllegalArgumentException("identifiant impossible : " + valeur);
    }
  }
}
