package fr.paraphe.web.administration;

import jakarta.servlet.http.HttpServletRequest;

/** Les paramètres d’une adresse, jamais pris pour ce qu’ils ne sont pas. */
final class Demande {
  /** Lignes par page. */
  static final int TAILLE = 50;

  private static final int PAGE_MAX = 10_000;
  private static final int LONGUEUR = 200;
  private static final int CHIFFRES = 18;

  private Demande() {}

  static String texte(HttpServletRequest requete, String nom) {
    String valeur = requete.getParameter(nom);
    String propre = valeur == null ? "" : valeur.strip().replace("\0", "");
    return propre.substring(0, Math.min(propre.length(), LONGUEUR));
  }

  /** Un entier positif, ou 0. */
  static long nombre(HttpServletRequest requete, String nom) {
    String valeur = texte(requete, nom);
    return valeur.matches("[0-9]{1," + CHIFFRES + "}") ? Long.parseLong(valeur) : 0;
  }

  /** Un identifiant, ou 0. */
  static int identifiant(HttpServletRequest requete, String nom) {
    long valeur = nombre(requete, nom);
    return valeur > Integer.MAX_VALUE ? 0 : (int) valeur;
  }

  /** Un numéro de page, à partir de 1. */
  static int page(HttpServletRequest requete) {
    return (int) Math.min(PAGE_MAX, Math.max(1, nombre(requete, "page")));
  }
}
