package fr.paraphe.outils.lancement;

import fr.paraphe.outils.demo.JeuDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** Les données de démonstration, chargées une fois. */
final class Demonstration {

  private static final String COMPTES = "comptes-demo.txt";

  private Demonstration() {}

  static void charger(Instance instance, Consumer<String> nouvelles) throws IOException {
    Reglages reglages = instance.reglages();
    if ("1".equals(System.getenv("PARAPHE_SANS_DEMO"))
        || Files.exists(reglages.donnees().resolve(COMPTES))) {
      return;
    }
    nouvelles.accept("Chargement de la démonstration…");
    try {
      new JeuDemo(
              reglages.configuration().resolveSibling("demo"),
              reglages.donnees(),
              instance.proprietaire())
          .charger();
    } catch (SQLException e) {
      throw new Empechement("La démonstration n’a pas pu être chargée : " + e.getMessage(), e);
    }
  }

  /** Les comptes à annoncer, s’il y a une démonstration. */
  static Optional<String> comptes(Reglages reglages) throws IOException {
    Path fichier = reglages.donnees().resolve(COMPTES);
    return Files.exists(fichier) ? Optional.of(Files.readString(fichier)) : Optional.empty();
  }
}
