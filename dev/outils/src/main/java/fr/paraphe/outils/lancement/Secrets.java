package fr.paraphe.outils.lancement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
      byte[] tirage = new byte[OCTETS];
      new SecureRandom().nextBytes(tirage);
      Files.createFile(
          fichier,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          fichier,
          HexFormat.of().formatHex(tirage),
          StandardCharsets.US_ASCII,
          StandardOpenOption.TRUNCATE_EXISTING);
    }
    return Files.readString(fichier, StandardCharsets.US_ASCII).strip();
  }
}
