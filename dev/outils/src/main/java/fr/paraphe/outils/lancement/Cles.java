package fr.paraphe.outils.lancement;

import fr.paraphe.outils.atelier.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** Les clés maîtresses des documents, avant que quiconque n’en tire une neuve. */
public final class Cles {

  private Cles() {}

  /**
   * Une base qui nomme des documents et un dossier sans clé : une sauvegarde restaurée à moitié. En
   * tirer une autre rendrait la vraie difficile à remettre.
   */
  public static void exiger(Base base, Path cles) throws IOException {
    if (!presentes(cles) && desDocuments(base)) {
      throw new Empechement(
          "La base nomme des documents, mais "
              + cles
              + " ne contient aucune clé (maitre-N.cle) : restaurez ce dossier avant tout, sans lui les documents sont illisibles.");
    }
  }

  private static boolean presentes(Path cles) throws IOException {
    if (!Files.isDirectory(cles)) {
      return false;
    }
    try (Stream<Path> fichiers = Files.list(cles)) {
      return fichiers.anyMatch(f -> f.getFileName().toString().matches("maitre-[0-9]+\\.cle"));
    }
  }

  private static boolean desDocuments(Base base) {
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse());
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery("SELECT 1 FROM blob LIMIT 1")) {
      return r.next();
    } catch (SQLException e) {
      throw new Empechement("Les documents de la base ne se lisent pas : " + e.getMessage(), e);
    }
  }
}
