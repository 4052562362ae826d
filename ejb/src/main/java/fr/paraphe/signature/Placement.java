package fr.paraphe.signature;

/**
 * Où poser le tampon. Les mesures sont en points (1/72 pouce), dans la page telle qu’on la voit :
 * rotation appliquée, cadrage appliqué, origine en bas à gauche.
 *
 * @param page 1 pour la première, -1 pour la dernière
 * @param auto vrai : x et y sont cherchés, en bas à droite, sans couvrir une signature déjà là
 */
public record Placement(int page, float x, float y, float largeur, float hauteur, boolean auto) {

  /** Taille usuelle du tampon (celle que les parapheurs du domaine impriment). */
  public static final float LARGEUR = 200;

  public static final float HAUTEUR = 70;

  private static final float MIN = 30;
  private static final float MAX = 840;

  public Placement {
    if (page == 0) {
      throw new IllegalArgumentException("la page 0 n’existe pas");
    }
    if (!(largeur >= MIN && largeur <= MAX && hauteur >= MIN && hauteur <= MAX)) {
      throw new IllegalArgumentException(
          "tampon de taille impossible : " + largeur + " × " + hauteur);
    }
  }

  /** À cet endroit précis. */
  public static Placement a(int page, float x, float y) {
    return new Placement(page, x, y, LARGEUR, HAUTEUR, false);
  }

  /** En bas à droite de cette page, à la première place libre. */
  public static Placement auto(int page) {
    return new Placement(page, 0, 0, LARGEUR, HAUTEUR, true);
  }

  /** En bas à droite de la dernière page. */
  public static Placement parDefaut() {
    return auto(-1);
  }
}
