package fr.paraphe.outils.lancement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Les données de démonstration, chargées une fois. */
final class Demonstration {

  private Demonstration() {}

  static void charger(Instance instance, Consumer<String> nouvelles) throws IOException {
    nouvelles.accept("Données de démonstration : pas encore livrées.");
  }

  /** Les comptes à annoncer, s’il y a une démonstration. */
  static Optional<String> comptes(Reglages reglages) throws IOException {
    Path fichier = reglages.donnees().resolve("comptes-demo.txt");
    return Files.exists(fichier) ? Optional.of(Files.readString(fichier)) : Optional.empty();
  }
}
