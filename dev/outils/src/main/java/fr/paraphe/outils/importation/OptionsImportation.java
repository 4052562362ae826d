package fr.paraphe.outils.importation;

/**
 * Comment importer.
 *
 * @param aBlanc dire ce qui changerait, sans rien garder
 * @param elaguer supprimer ce que le fichier ne nomme pas et que rien n’utilise
 */
public record OptionsImportation(MotDePasseInitial initial, boolean aBlanc, boolean elaguer) {

  public static OptionsImportation ordinaires(MotDePasseInitial initial) {
    return new OptionsImportation(initial, false, false);
  }
}
