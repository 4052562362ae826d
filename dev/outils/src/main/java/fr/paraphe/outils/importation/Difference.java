package fr.paraphe.outils.importation;

/**
 * Une ligne du rapport d’importation.
 *
 * @param rubrique celle du fichier ({@code bureaux}, {@code sous-types}…)
 * @param champ vide quand la ligne parle de l’élément entier
 * @param avant vide : il n’y avait rien
 */
public record Difference(
    Genre genre, String rubrique, String nom, String champ, String avant, String apres) {

  /** Ce qui arrive à l’élément. */
  public enum Genre {
    AJOUT("+"),
    CHANGEMENT("~"),
    RETRAIT("-"),
    ABSENT("=");

    private final String signe;

    Genre(String signe) {
      this.signe = signe;
    }
  }

  static Difference de(Genre genre, Image.Element element) {
    return new Difference(genre, element.rubrique(), element.nom(), "", "", "");
  }

  /** « ~ bureaux « Accueil », titre : Accueil → Grand accueil ». */
  @Override
  public String toString() {
    String debut = genre.signe + " " + rubrique + " « " + nom + " »";
    return switch (genre) {
      case AJOUT -> debut + "\u00a0: ajouté";
      case RETRAIT -> debut + "\u00a0: supprimé";
      case ABSENT -> debut + "\u00a0: absent du fichier, gardé";
      case CHANGEMENT ->
          debut + ", " + champ + "\u00a0: " + montrer(avant) + " → " + montrer(apres);
    };
  }

  private static String montrer(String valeur) {
    return valeur.isEmpty() ? "(rien)" : valeur;
  }
}
