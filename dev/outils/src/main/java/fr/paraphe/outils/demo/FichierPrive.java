package fr.paraphe.outils.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Un fichier que seul son propriétaire lit (0600), écrit en entier ou pas du tout. */
final class FichierPrive {

  private FichierPrive() {}

  static void ecrire(Path fichier, byte[] contenu) throws IOException {
    Files.createDirectories(fichier.getParent());
    Path brouillon = Files.createTempFile(fichier.getParent(), ".demo", ".tmp");
    try {
      Files.setPosixFilePermissions(brouillon, PosixFilePermissions.fromString("rw-------"));
      Files.write(brouillon, contenu);
      Files.move(brouillon, fichier, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(brouillon);
    }
  }
}
