package fr.paraphe.signature.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Un dossier provisoire, à soi seul et lisible de soi seul, effacé avec tout ce qu’il contient. Il
 * est pris sous la propriété système {@code paraphe.tmp}, propre à chaque nœud.
 */
final class Atelier implements AutoCloseable {

  private static final String PREFIXE = "paraphe-signature-";

  private final Path dossier;

  Atelier() throws IOException {
    Path racine = Files.createDirectories(racine());
    this.dossier =
        Files.createTempDirectory(
            racine,
            PREFIXE,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static Path racine() {
    return Path.of(System.getProperty("paraphe.tmp", System.getProperty("java.io.tmpdir")));
  }

  /** Efface ce qu’un arrêt brutal a laissé ; avant tout travail, sinon il effacerait le sien. */
  static void effacerRestes() throws IOException {
    if (!Files.isDirectory(racine())) {
      return;
    }
    try (DirectoryStream<Path> restes = Files.newDirectoryStream(racine(), PREFIXE + "*")) {
      for (Path reste : restes) {
        effacer(reste);
      }
    }
  }

  Path dossier() {
    return dossier;
  }

  @Override
  public void close() {
    try {
      effacer(dossier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void effacer(Path dossier) throws IOException {
    try (Stream<Path> contenu = Files.walk(dossier)) {
      for (Path chemin : (Iterable<Path>) contenu.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(chemin);
      }
    }
  }
}
