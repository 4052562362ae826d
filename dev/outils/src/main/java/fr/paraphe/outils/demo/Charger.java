package fr.paraphe.outils.demo;

import fr.paraphe.outils.lancement.Empechement;
import fr.paraphe.outils.lancement.Installation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;

/** {@code ./paraphe import --demo} : charge la démonstration à la demande, ou l’achève. */
public final class Charger {

  private static final PrintStream SORTIE =
      new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Charger() {}

  public static void main(String[] arguments) throws IOException {
    try (Installation installation = Installation.ouvrir(SORTIE::println)) {
      Path donnees = installation.donnees();
      JeuDemo jeu = new JeuDemo(installation.base(), donnees, Path.of("dev/demo"), Instant.now());
      if (jeu.charger(SORTIE::println)) {
        SORTIE.println("\n" + Files.readString(ComptesDemo.fichier(donnees)).strip());
      } else {
        SORTIE.println("Rien à charger\u00a0: la démonstration est déjà là.");
      }
    } catch (Empechement e) {
      SORTIE.println(e.getMessage());
      System.exit(2);
    } catch (SQLException e) {
      SORTIE.println("La démonstration n’a pas pu être chargée\u00a0: " + e.getMessage());
      System.exit(1);
    }
  }
}
