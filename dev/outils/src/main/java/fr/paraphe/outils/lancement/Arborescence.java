package fr.paraphe.outils.lancement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Copie et suppression de dossiers entiers. */
public final class Arborescence {

  private Arborescence() {}

  static void copier(Path source, Path cible) throws IOException {
    try (Stream<Path> contenu = Files.walk(source)) {
      for (Path p : (Iterable<Path>) contenu::iterator) {
        Path vers = cible.resolve(source.relativize(p).toString());
        if (Files.isDirectory(p)) {
          Files.createDirectories(vers);
        } else {
          Files.copy(
              p, vers, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  public static void supprimer(Path dossier) throws IOException {
    if (!Files.exists(dossier)) {
      return;
    }
    try (Stream<Path> contenu = Files.walk(dossier)) {
      for (Path p : contenu.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    }
  }
}
