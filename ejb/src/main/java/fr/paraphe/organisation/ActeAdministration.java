package fr.paraphe.organisation;

/** Ce qu’un administrateur a fait d’un objet. */
public enum ActeAdministration {
  CREER,
  MODIFIER,
  DESACTIVER,
  REACTIVER,
  SUPPRIMER,
  RELANCER
}
