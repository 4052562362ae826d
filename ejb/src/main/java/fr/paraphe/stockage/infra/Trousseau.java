package fr.paraphe.stockage.infra;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Les clés maîtresses de l’installation : des fichiers {@code maitre-N.cle} de 32 octets, lisibles
 * de leur seul propriétaire. La première est tirée au premier démarrage ; la plus récente sert aux
 * nouveaux blobs, toutes servent à relire. Perdre ce dossier, c’est perdre les documents.
 */
final class Trousseau {

  private static final int TAILLE = 32;
  private static final Set<PosixFilePermission> AUTRES =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private final TreeMap<Short, byte[]> maitresses = new TreeMap<>();
  private final SecureRandom hasard = new SecureRandom();

  Trousseau(Path dossier) throws IOException {
    Files.createDirectories(
        dossier,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    charger(dossier);
    if (maitresses.isEmpty()) {
      creer(dossier);
      charger(dossier);
    }
  }

  short courante() {
    return maitresses.lastKey();
  }

  /**
   * Clé d’une collectivité, dérivée de la clé maîtresse (HKDF-Expand, RFC 5869, SHA-256).
   *
   * @throws GeneralSecurityException si cette clé maîtresse n’est pas au trousseau
   */
  SecretKeySpec cleCollectivite(short maitre, int collectivite) throws GeneralSecurityException {
    byte[] cle = maitresses.get(maitre);
    if (cle == null) {
      throw new GeneralSecurityException("clé maîtresse " + maitre + " absente du trousseau");
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(cle, "HmacSHA256"));
    mac.update(
        ("paraphe/blob/collectivite/" + collectivite)
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    mac.update((byte) 1);
    return new SecretKeySpec(mac.doFinal(), "AES");
  }

  byte[] tirer(int octets) {
    byte[] tirage = new byte[octets];
    hasard.nextBytes(tirage);
    return tirage;
  }

  private void charger(Path dossier) throws IOException {
    try (Stream<Path> fichiers = Files.list(dossier)) {
      for (Path fichier : (Iterable<Path>) fichiers::iterator) {
        String nom = fichier.getFileName().toString();
        if (nom.matches("maitre-[0-9]{1,4}\\.cle")) {
          maitresses.put(Short.valueOf(nom.substring(7, nom.length() - 4)), lire(fichier));
        }
      }
    }
  }

  private static byte[] lire(Path fichier) throws IOException {
    Set<PosixFilePermission> droits = EnumSet.copyOf(Files.getPosixFilePermissions(fichier));
    droits.retainAll(AUTRES);
    if (!droits.isEmpty()) {
      throw new IOException(
          "La clé "
              + fichier
              + " est lisible par d’autres que son propriétaire : faites « chmod 600 » dessus.");
    }
    byte[] cle = Files.readAllBytes(fichier);
    if (cle.length != TAILLE) {
      throw new IOException("La clé " + fichier + " est abîmée : 32 octets sont attendus.");
    }
    return cle;
  }

  /** Écrit à côté puis pose le nom par un lien : deux démarrages simultanés gardent la même clé. */
  private void creer(Path dossier) throws IOException {
    Path brouillon = Files.createTempFile(dossier, ".maitre", ".tmp");
    try {
      try (FileChannel canal = FileChannel.open(brouillon, StandardOpenOption.WRITE)) {
        canal.write(ByteBuffer.wrap(tirer(TAILLE)));
        canal.force(true);
      }
      Files.createLink(dossier.resolve("maitre-1.cle"), brouillon);
      Disque.synchroniser(dossier);
    } catch (FileAlreadyExistsException deja) {
      // un autre processus vient de la créer : on charge la sienne
      maitresses.clear();
    } finally {
      Files.deleteIfExists(brouillon);
    }
  }

  Map<Short, byte[]> maitresses() {
    return Map.copyOf(maitresses);
  }
}
