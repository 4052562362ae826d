package fr.paraphe.organisation;

import java.util.Set;

/**
 * Réglages d’affichage d’une personne ; les mots sont ceux de la feuille de jetons. Une valeur
 * inconnue devient celle par défaut.
 */
public record Affichage(
    String theme, String contraste, String taille, String densite, String langue) {

  public static final Affichage DEFAUT =
      new Affichage("systeme", "normal", "normal", "confortable", "fr");

  public Affichage {
    theme = admis(theme, "systeme", Set.of("clair", "sombre"));
    contraste = admis(contraste, "normal", Set.of("renforce"));
    taille = admis(taille, "normal", Set.of("grand", "tres-grand"));
    densite = admis(densite, "confortable", Set.of("compacte"));
    langue = admis(langue, "fr", Set.of("en"));
  }

  private static String admis(String valeur, String defaut, Set<String> autres) {
    return valeur != null && autres.contains(valeur) ? valeur : defaut;
  }
}
