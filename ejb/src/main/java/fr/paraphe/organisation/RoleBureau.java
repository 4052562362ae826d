package fr.paraphe.organisation;

/** À quel titre une personne tient un bureau. */
public enum RoleBureau {
  PROPRIETAIRE,
  SECRETAIRE,
  SUPERVISEUR,
  ADMINISTRATEUR
}
