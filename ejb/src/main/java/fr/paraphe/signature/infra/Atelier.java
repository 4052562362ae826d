package fr.paraphe.signature.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Un dossier provisoire, à soi seul et lisible de soi seul, effacé avec tout ce qu’il contient. Il
 * est pris sous la propriété système {@code paraphe.tmp}.
 */
final class Atelier implements AutoCloseable {

  private final Path dossier;

  Atelier() throws IOException {
    String racine = System.getProperty("paraphe.tmp", System.getProperty("java.io.tmpdir"));
    Files.createDirectories(Path.of(racine));
    this.dossier =
        Files.createTempDirectory(
            Path.of(racine),
            "signature",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  Path dossier() {
    return dossier;
  }

  @Override
  public void close() {
    try (Stream<Path> contenu = Files.walk(dossier)) {
      for (Path chemin : (Iterable<Path>) contenu.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(chemin);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
