package fr.paraphe.socle;

/**
 * La part d’une liste que l’on demande : {@code taille} lignes (1 à 500) à partir de la ligne
 * {@code debut} (0 = la première).
 */
public record Tranche(int debut, int taille) {

  public static final int TAILLE_MAX = 500;

  public Tranche {
    if (debut < 0 || taille < 1 || taille > TAILLE_MAX) {
      throw new IllegalArgumentException("tranche impossible : " + debut + ", " + taille);
    }
  }

  public static Tranche page(int page, int taille) {
    return new Tranche((Math.max(page, 1) - 1) * taille, taille);
  }
}
