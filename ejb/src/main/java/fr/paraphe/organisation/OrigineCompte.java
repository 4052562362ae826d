package fr.paraphe.organisation;

/**
 * D’où vient un compte. Ce que l’annuaire ou le fournisseur d’identité donne ne se change pas ici.
 */
public enum OrigineCompte {
  LOCAL,
  LDAP,
  OIDC
}
