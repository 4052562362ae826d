package fr.paraphe.outils.lancement;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Un seul lancement par dossier de données. Le système rend le verrou si le lanceur meurt. */
final class Verrou implements AutoCloseable {

  private final FileChannel canal;

  private Verrou(FileChannel canal) {
    this.canal = canal;
  }

  /** Vide si un autre lancement tient ce dossier. */
  static Optional<Verrou> prendre(Path donnees) throws IOException {
    Files.createDirectories(donnees);
    FileChannel canal =
        FileChannel.open(
            donnees.resolve(".verrou"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock verrou = canal.tryLock();
    if (verrou == null) {
      canal.close();
      return Optional.empty();
    }
    return Optional.of(new Verrou(canal));
  }

  @Override
  public void close() throws IOException {
    canal.close();
  }
}
