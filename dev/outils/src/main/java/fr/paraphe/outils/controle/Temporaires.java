package fr.paraphe.outils.controle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Les fichiers de travail, qui sont en clair, ne survivent pas à leur travail (quality.md I8). */
final class Temporaires {

  private static final Duration VIE = Duration.ofHours(1);

  private Temporaires() {}

  static void verifier(Path dossier, Instant maintenant, Consumer<String> signaler)
      throws IOException {
    if (!Files.isDirectory(dossier)) {
      return;
    }
    Instant avant = maintenant.minus(VIE);
    try (Stream<Path> contenu = Files.walk(dossier)) {
      for (Path fichier :
          (Iterable<Path>) contenu.filter(Files::isRegularFile).sorted()::iterator) {
        if (ancien(fichier, avant)) {
          signaler.accept(
              "Fichier de travail en clair laissé dans "
                  + dossier
                  + " : "
                  + dossier.relativize(fichier)
                  + ".");
        }
      }
    }
  }

  private static boolean ancien(Path fichier, Instant avant) throws IOException {
    try {
      return Files.getLastModifiedTime(fichier).toInstant().isBefore(avant);
    } catch (NoSuchFileException effaceEntreTemps) {
      return false;
    }
  }
}
