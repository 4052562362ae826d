package fr.paraphe.organisation;

/**
 * Les rôles que donne l’authentification. Un seul aujourd’hui : être connu ; le reste se décide en
 * base, acte par acte.
 */
public final class Roles {

  public static final String UTILISATEUR = "UTILISATEUR";

  private Roles() {}
}
