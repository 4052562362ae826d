package fr.paraphe.signature.infra;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Écrit des fichiers que seul leur propriétaire lit ; jamais à moitié. */
final class FichiersSecrets {

  private FichiersSecrets() {}

  static Path dossier(Path dossier) throws IOException {
    return Files.createDirectories(
        dossier,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  static void ecrire(Path fichier, byte[] contenu) throws IOException {
    Path brouillon = Files.createTempFile(fichier.getParent(), ".secret", ".tmp");
    try {
      try (FileChannel canal = FileChannel.open(brouillon, StandardOpenOption.WRITE)) {
        canal.write(ByteBuffer.wrap(contenu));
        canal.force(true);
      }
      Files.move(brouillon, fichier, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(brouillon);
    }
  }
}
