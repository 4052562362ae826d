package fr.paraphe.signature;

/**
 * Où poser le tampon. Les mesures sont en points (1/72 pouce), dans la page telle qu’on la voit :
 * rotation appliquée, cadrage appliqué, origine en bas à gauche.
 *
 * @param page 1 pour la première, -1 pour la dernière
 * @param auto vrai : x et y sont cherchés, en bas à droite, sans couvrir une signature déjà là
 * @param balise texte du document sur lequel centrer le tampon, s’il s’y trouve ; vide : pas
 *     cherché
 */
public record Placement(
    int page, float x, float y, float largeur, float hauteur, boolean auto, String balise) {

  /** Les repères que les rédacteurs écrivent dans leurs modèles. */
  public static final String BALISE_SIGNATURE = "#signature#";

  public static final String BALISE_CACHET = "#cachet#";

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
    return new Placement(page, x, y, LARGEUR, HAUTEUR, false, "");
  }

  /** En bas à droite de cette page, à la première place libre. */
  public static Placement auto(int page) {
    return new Placement(page, 0, 0, LARGEUR, HAUTEUR, true, "");
  }

  /** En bas à droite de la dernière page. */
  public static Placement parDefaut() {
    return auto(-1);
  }

  /** Sur ce repère s’il est dans le document ; sinon en bas à droite de la dernière page. */
  public static Placement sur(String balise) {
    return new Placement(-1, 0, 0, LARGEUR, HAUTEUR, true, balise);
  }
}
