package fr.paraphe.outils.lancement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Les mots de passe que cette installation s’est donnés : tirés une fois, gardés en fichiers 0600,
 * jamais montrés.
 */
final class Secrets {

  private static final int OCTETS = 24;

  private final Path dossier;

  Secrets(Path dossier) throws IOException {
    this.dossier = dossier;
    Files.createDirectories(dossier);
    Files.setPosixFilePermissions(dossier, PosixFilePermissions.fromString("rwx------"));
  }

  String exiger(String nom) throws IOException {
    Path fichier = dossier.resolve(nom + ".secret");
    if (!Files.exists(fichier)) {
      tirer(fichier);
    }
    return Files.readString(fichier, StandardCharsets.US_ASCII).strip();
  }

  /** Entier ou absent, même si le lanceur est tué au milieu. */
  private void tirer(Path fichier) throws IOException {
    byte[] tirage = new byte[OCTETS];
    new SecureRandom().nextBytes(tirage);
    Path ebauche =
        Files.createTempFile(
            dossier,
            "tirage",
            ".secret",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(ebauche, HexFormat.of().formatHex(tirage), StandardCharsets.US_ASCII);
    Files.move(ebauche, fichier, StandardCopyOption.ATOMIC_MOVE);
  }
}
