package fr.paraphe.stockage.infra;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Le format d’un blob : un en-tête de 16 octets puis des segments AES-256-GCM de 64 Kio
 * (construction STREAM). Le nonce porte le numéro du segment et la marque du dernier : retirer,
 * ajouter, répéter ou déplacer un segment se voit. La clé est propre au blob, donc un nonce ne sert
 * jamais deux fois.
 *
 * <pre>
 * en-tête : "PARABLOB" | version 1 | log2 de la taille des segments (16) | 6 octets nuls
 * segment : texte chiffré (1 à 65 536 octets ; 0 pour un blob vide) | étiquette (16 octets)
 * nonce   : 3 octets nuls | numéro (8 octets, gros-boutiste) | 1 si dernier, 0 sinon
 * données authentifiées : l’en-tête et l’emplacement
 * </pre>
 */
final class Segments {

  static final int CLAIR = 64 * 1024;
  static final int ETIQUETTE = 16;
  static final int SCELLE = CLAIR + ETIQUETTE;
  static final int ENTETE = 16;
  static final int CLE = 32;

  private static final byte[] MODELE = {
    'P', 'A', 'R', 'A', 'B', 'L', 'O', 'B', 1, 16, 0, 0, 0, 0, 0, 0
  };
  private static final int NONCE = 12;

  private final SecretKey cle;
  private final byte[] associees;
  private final Cipher chiffre;

  Segments(byte[] cle, String emplacement) throws GeneralSecurityException {
    this.cle = new SecretKeySpec(cle, "AES");
    byte[] nom = emplacement.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    this.associees = Arrays.copyOf(MODELE, ENTETE + nom.length);
    System.arraycopy(nom, 0, associees, ENTETE, nom.length);
    this.chiffre = Cipher.getInstance("AES/GCM/NoPadding");
  }

  static byte[] entete() {
    return MODELE.clone();
  }

  static boolean enteteConnu(byte[] lu) {
    return Arrays.equals(MODELE, lu);
  }

  /** Taille du fichier pour un contenu de cette taille. */
  static long tailleFichier(long clair) {
    return ENTETE + clair + nombre(clair) * ETIQUETTE;
  }

  static long nombre(long clair) {
    return Math.max(1, (clair + CLAIR - 1) / CLAIR);
  }

  int sceller(long numero, boolean dernier, byte[] clair, int longueur, byte[] sortie)
      throws GeneralSecurityException {
    preparer(Cipher.ENCRYPT_MODE, numero, dernier);
    return chiffre.doFinal(clair, 0, longueur, sortie, 0);
  }

  int ouvrir(long numero, boolean dernier, byte[] scelle, int longueur, byte[] sortie)
      throws GeneralSecurityException {
    preparer(Cipher.DECRYPT_MODE, numero, dernier);
    return chiffre.doFinal(scelle, 0, longueur, sortie, 0);
  }

  private void preparer(int mode, long numero, boolean dernier) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(NONCE)
            .position(3)
            .putLong(numero)
            .put((byte) (dernier ? 1 : 0))
            .array();
    chiffre.init(mode, cle, new GCMParameterSpec(ETIQUETTE * 8, nonce));
    chiffre.updateAAD(associees);
  }

  /**
   * Chiffre une clé de blob avec la clé de sa collectivité ; elle ne s’ouvre que pour cet
   * emplacement.
   */
  static byte[] envelopper(SecretKey collectivite, byte[] nonce, byte[] cle, String emplacement)
      throws GeneralSecurityException {
    Cipher enveloppe = enveloppe(Cipher.ENCRYPT_MODE, collectivite, nonce, emplacement);
    return ByteBuffer.allocate(NONCE + CLE + ETIQUETTE)
        .put(nonce)
        .put(enveloppe.doFinal(cle))
        .array();
  }

  static byte[] developper(SecretKey collectivite, byte[] enveloppee, String emplacement)
      throws GeneralSecurityException {
    if (enveloppee.length != NONCE + CLE + ETIQUETTE) {
      throw new GeneralSecurityException("clé enveloppée de taille inattendue");
    }
    byte[] nonce = Arrays.copyOf(enveloppee, NONCE);
    return enveloppe(Cipher.DECRYPT_MODE, collectivite, nonce, emplacement)
        .doFinal(enveloppee, NONCE, CLE + ETIQUETTE);
  }

  private static Cipher enveloppe(int mode, SecretKey cle, byte[] nonce, String emplacement)
      throws GeneralSecurityException {
    Cipher enveloppe = Cipher.getInstance("AES/GCM/NoPadding");
    enveloppe.init(mode, cle, new GCMParameterSpec(ETIQUETTE * 8, nonce));
    enveloppe.updateAAD(emplacement.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return enveloppe;
  }
}
