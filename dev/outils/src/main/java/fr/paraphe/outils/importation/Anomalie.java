package fr.paraphe.outils.importation;

/**
 * Ce qui ne va pas dans un fichier de configuration.
 *
 * @param ligne à partir de 1
 */
public record Anomalie(int ligne, String message) {

  @Override
  public String toString() {
    return "ligne " + ligne + "\u00a0: " + message;
  }
}
