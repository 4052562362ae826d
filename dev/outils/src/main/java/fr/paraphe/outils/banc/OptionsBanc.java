package fr.paraphe.outils.banc;

import java.nio.file.Path;

/**
 * Ce qu’on demande au banc.
 *
 * @param dossiers archivés
 * @param circulation en circulation, dont la moitié, 10 000 au plus, sur un seul bureau
 * @param creations dépôts SOAP à mesurer
 * @param secondes durée de chaque opération mesurée au temps
 */
record OptionsBanc(
    int dossiers, int circulation, int creations, int secondes, int decalage, Path donnees) {

  static OptionsBanc lire(String[] arguments) {
    OptionsBanc o = new OptionsBanc(100_000, 20_000, 2_000, 10, 5_000, Path.of("data-bench"));
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException("Il manque une valeur après " + arguments[i] + ".");
      }
      o = o.avec(arguments[i], arguments[i + 1]);
    }
    return o;
  }

  private OptionsBanc avec(String option, String valeur) {
    return switch (option) {
      case "--dossiers" ->
          new OptionsBanc(
              borne(valeur, 2_000_000), circulation, creations, secondes, decalage, donnees);
      case "--circulation" ->
          new OptionsBanc(dossiers, borne(valeur, 200_000), creations, secondes, decalage, donnees);
      case "--creations" ->
          new OptionsBanc(
              dossiers, circulation, borne(valeur, 20_000), secondes, decalage, donnees);
      case "--secondes" ->
          new OptionsBanc(dossiers, circulation, creations, borne(valeur, 120), decalage, donnees);
      case "--port-offset" ->
          new OptionsBanc(
              dossiers, circulation, creations, secondes, borne(valeur, 50_000), donnees);
      case "--data" ->
          new OptionsBanc(dossiers, circulation, creations, secondes, decalage, Path.of(valeur));
      default ->
          throw new IllegalArgumentException(
              "Option inconnue : "
                  + option
                  + ". Options : --dossiers --circulation --creations --secondes --port-offset --data.");
    };
  }

  private static int borne(String valeur, int max) {
    if (!valeur.matches("[0-9]{1,9}") || Integer.parseInt(valeur) > max) {
      throw new IllegalArgumentException(
          "« " + valeur + " » : un nombre entier de 0 à " + max + " est attendu.");
    }
    return Integer.parseInt(valeur);
  }
}
