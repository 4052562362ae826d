package fr.paraphe.outils.lancement;

import fr.paraphe.outils.demo.ComptesDemo;
import fr.paraphe.outils.demo.JeuDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Les données de démonstration, chargées une fois ; un chargement interrompu reprend. */
final class Demonstration {

  private Demonstration() {}

  static void charger(Instance instance, Consumer<String> nouvelles) throws IOException {
    if ("1".equals(System.getenv("PARAPHE_SANS_DEMO"))) {
      return;
    }
    Reglages reglages = instance.reglages();
    Path modeles = reglages.configuration().resolveSibling("demo");
    try {
      new JeuDemo(instance.proprietaire(), reglages.donnees(), modeles, Instant.now())
          .charger(nouvelles);
    } catch (SQLException e) {
      throw new Empechement("La démonstration n’a pas pu être chargée\u00a0: " + e.getMessage(), e);
    }
  }

  /** Vrai si ces données en ont une, même commencée. */
  static boolean presente(Reglages reglages) {
    return Files.exists(ComptesDemo.fichier(reglages.donnees()));
  }

  /** Les comptes à annoncer, s’il y a une démonstration. */
  static Optional<String> comptes(Reglages reglages) throws IOException {
    return presente(reglages)
        ? Optional.of(Files.readString(ComptesDemo.fichier(reglages.donnees())))
        : Optional.empty();
  }
}
