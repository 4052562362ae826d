package fr.paraphe.web.creation;

import fr.paraphe.typologie.NatureMetadonnee;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Le champ natif qui convient à chaque nature de métadonnée. */
@Named("natures")
@ApplicationScoped
public class Natures {

  /** La valeur que le champ d’une métadonnée reçoit : une case demande un booléen. */
  public static Object saisie(NatureMetadonnee nature, String valeur) {
    return nature == NatureMetadonnee.BOOLEEN ? (Object) Boolean.valueOf(valeur) : valeur;
  }

  public String type(NatureMetadonnee nature) {
    return switch (nature) {
      case DATE -> "date";
      case URL -> "url";
      case ENTIER, DECIMAL -> "number";
      case TEXTE, BOOLEEN -> "text";
    };
  }

  public String clavier(NatureMetadonnee nature) {
    return switch (nature) {
      case ENTIER -> "numeric";
      case DECIMAL -> "decimal";
      case URL -> "url";
      case TEXTE, DATE, BOOLEEN -> "text";
    };
  }

  /** Pas d’un champ numérique : entier, ou décimal libre. */
  public String pas(NatureMetadonnee nature) {
    return nature == NatureMetadonnee.DECIMAL ? "any" : "1";
  }
}
