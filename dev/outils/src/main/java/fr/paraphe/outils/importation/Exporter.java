package fr.paraphe.outils.importation;

import fr.paraphe.outils.lancement.Empechement;
import fr.paraphe.outils.lancement.Installation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;

/**
 * {@code ./paraphe export --collectivite CODE --output FICHIER [--force]}. Sort par 0 (écrit), 1
 * (collectivité inconnue), 2 (rien n’a pu être fait).
 */
public final class Exporter {

  private static final PrintStream SORTIE =
      new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Exporter() {}

  /**
   * @param arguments le code de la collectivité, le fichier, et {@code --force} pour le remplacer
   */
  public static void main(String[] arguments) {
    System.exit(sortir(arguments));
  }

  private static int sortir(String[] arguments) {
    Path fichier = Path.of(arguments[1]).toAbsolutePath();
    boolean remplacer = arguments.length > 2;
    try {
      exigerPossible(fichier, remplacer);
      try (Installation installation = Installation.ouvrir(SORTIE::println)) {
        Optional<String> yaml = new Exportation(installation.base()).exporter(arguments[0]);
        if (yaml.isEmpty()) {
          SORTIE.println("Aucune collectivité de code « " + arguments[0] + " » dans cette copie.");
          return 1;
        }
        ecrire(fichier, yaml.get(), remplacer);
        SORTIE.println("Configuration de « " + arguments[0] + " » écrite dans " + fichier + ".");
        return 0;
      }
    } catch (Empechement e) {
      SORTIE.println(e.getMessage());
    } catch (IOException e) {
      SORTIE.println("Le fichier " + fichier + " n’a pas pu être écrit\u00a0: " + e.getMessage());
    } catch (SQLException e) {
      SORTIE.println("La base de données ne répond pas comme prévu\u00a0: " + e.getMessage());
    }
    return 2;
  }

  private static void exigerPossible(Path fichier, boolean remplacer) {
    if (!Files.isDirectory(fichier.getParent())) {
      throw new Empechement("Le dossier " + fichier.getParent() + " n’existe pas.");
    }
    if (Files.isDirectory(fichier)) {
      throw new Empechement(fichier + " est un dossier\u00a0: donnez un nom de fichier.");
    }
    if (Files.exists(fichier) && !remplacer) {
      throw new Empechement(
          "Le fichier " + fichier + " existe déjà\u00a0: --force pour le remplacer.");
    }
  }

  /** En entier ou pas du tout, lisible de son seul propriétaire. */
  private static void ecrire(Path fichier, String yaml, boolean remplacer) throws IOException {
    Path brouillon = Files.createTempFile(fichier.getParent(), ".export", ".tmp");
    try {
      Files.setPosixFilePermissions(brouillon, PosixFilePermissions.fromString("rw-------"));
      Files.writeString(brouillon, yaml);
      exigerPossible(fichier, remplacer);
      Files.move(brouillon, fichier, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(brouillon);
    }
  }
}
