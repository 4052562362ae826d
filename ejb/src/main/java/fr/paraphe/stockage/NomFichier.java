package fr.paraphe.stockage;

import java.text.Normalizer;

/**
 * Le nom d’un fichier reçu, rendu inoffensif (FILE-09) ; virgules, points-virgules et accents
 * restent.
 */
public final class NomFichier {

  public static final int LONGUEUR_MAX = 200;

  private static final String PAR_DEFAUT = "document";
  private static final int EXTENSION_MAX = 10;

  private NomFichier() {}

  /**
   * Forme NFC, sans chemin, sans caractère de contrôle ni de mise en forme (dont les inversions de
   * sens de lecture qui déguisent une extension), 200 caractères au plus, extension gardée.
   */
  public static String nettoyer(String recu) {
    String nom = Normalizer.normalize(recu == null ? "" : recu, Normalizer.Form.NFC);
    nom = nom.substring(Math.max(nom.lastIndexOf('/'), nom.lastIndexOf('\\')) + 1);
    nom = nom.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]", "");
    nom = nom.replaceAll("\\s+", " ").strip();
    nom = nom.replaceAll("^\\.+", "").strip();
    nom = raccourcir(nom);
    return nom.isEmpty() ? PAR_DEFAUT : nom;
  }

  private static String raccourcir(String nom) {
    if (nom.codePointCount(0, nom.length()) <= LONGUEUR_MAX) {
      return nom;
    }
    int point = nom.lastIndexOf('.');
    String extension =
        point > 0 && nom.length() - point <= EXTENSION_MAX ? nom.substring(point) : "";
    int garde = LONGUEUR_MAX - extension.codePointCount(0, extension.length());
    return nom.substring(0, nom.offsetByCodePoints(0, garde)).strip() + extension;
  }
}
