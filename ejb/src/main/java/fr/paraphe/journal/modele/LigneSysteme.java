package fr.paraphe.journal.modele;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Une ligne de la chaîne d’une collectivité (administration, connexions), et son empreinte :
 * SHA-256 (empreinte précédente ‖ forme canonique).
 *
 * <p>Forme canonique : un octet de version, puis chaque champ dans l’ordre des composants, comme
 * {@link LigneChainee} ; un texte absent est précédé d’un octet nul. Le détail est le texte que la
 * base rend de son {@code jsonb}, qui est déterminé.
 */
public record LigneSysteme(
    int collectivite,
    long rang,
    Instant instant,
    String nature,
    Integer acteur,
    String acteurNom,
    String adresse,
    String objet,
    String detail) {

  private static final int VERSION = 1;

  public LigneSysteme {
    instant = instant.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * @param precedente 32 octets, ou aucun pour la première ligne
   */
  public byte[] empreinte(byte[] precedente) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(precedente);
      return sha256.digest(canonique());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] canonique() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(256);
    try (DataOutputStream sortie = new DataOutputStream(octets)) {
      sortie.writeByte(VERSION);
      sortie.writeLong(collectivite);
      sortie.writeLong(rang);
      sortie.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
      texte(sortie, nature);
      texte(sortie, acteur == null ? null : acteur.toString());
      texte(sortie, acteurNom);
      texte(sortie, adresse);
      texte(sortie, objet);
      texte(sortie, detail);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return octets.toByteArray();
  }

  private static void texte(DataOutputStream sortie, String texte) throws IOException {
    sortie.writeBoolean(texte != null);
    byte[] utf8 = texte == null ? new byte[0] : texte.getBytes(StandardCharsets.UTF_8);
    sortie.writeInt(utf8.length);
    sortie.write(utf8);
  }
}
