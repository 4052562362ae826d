package fr.paraphe.journal.modele;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Une ligne du journal, et son empreinte : SHA-256 (empreinte précédente ‖ forme canonique de la
 * ligne).
 *
 * <p>Forme canonique : un octet de version, puis chaque champ dans l’ordre des composants. Entiers
 * sur 8 octets gros-boutistes précédés d’un octet de présence ; textes en UTF-8 NFC précédés de
 * leur longueur sur 4 octets ; instant en microsecondes depuis 1970. Elle couvre les valeurs telles
 * que la base les conserve.
 */
public record LigneChainee(
    long dossier,
    int rang,
    Instant instant,
    int collectivite,
    Integer acteur,
    Integer bureau,
    Integer delegation,
    Long etape,
    String nature,
    String statut,
    String acteurNom,
    String annotation,
    boolean visible) {

  private static final int VERSION = 1;

  public LigneChainee {
    instant = instant.truncatedTo(ChronoUnit.MICROS);
    acteurNom = Normalizer.normalize(acteurNom, Normalizer.Form.NFC);
    annotation = Normalizer.normalize(annotation, Normalizer.Form.NFC);
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
      nombre(sortie, dossier);
      nombre(sortie, (long) rang);
      nombre(sortie, ChronoUnit.MICROS.between(Instant.EPOCH, instant));
      nombre(sortie, (long) collectivite);
      nombre(sortie, acteur);
      nombre(sortie, bureau);
      nombre(sortie, delegation);
      nombre(sortie, etape);
      texte(sortie, nature);
      texte(sortie, statut);
      texte(sortie, acteurNom);
      texte(sortie, annotation);
      sortie.writeBoolean(visible);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return octets.toByteArray();
  }

  private static void nombre(DataOutputStream sortie, Number nombre) throws IOException {
    sortie.writeBoolean(nombre != null);
    sortie.writeLong(nombre == null ? 0 : nombre.longValue());
  }

  private static void texte(DataOutputStream sortie, String texte) throws IOException {
    byte[] utf8 = texte.getBytes(StandardCharsets.UTF_8);
    sortie.writeInt(utf8.length);
    sortie.write(utf8);
  }
}
