package fr.paraphe.stockage.infra;

import fr.paraphe.stockage.BlobIllisible;
import fr.paraphe.stockage.BlobScelle;
import fr.paraphe.stockage.LectureBlob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Lit un blob à n’importe quelle position, un segment à la fois ; garde les derniers segments
 * ouverts.
 */
final class LectureFichier extends LectureBlob {

  private static final int GARDES = 8;

  private final BlobScelle blob;
  private final FileChannel canal;
  private final Segments segments;
  private final byte[] scelle = new byte[Segments.SCELLE];
  private final Map<Long, byte[]> ouverts = new LinkedHashMap<>(GARDES * 2, 0.75f, true);

  LectureFichier(BlobScelle blob, FileChannel canal, Segments segments) throws IOException {
    this.blob = blob;
    this.canal = canal;
    this.segments = segments;
    if (canal.size() != Segments.tailleFichier(blob.taille())) {
      throw new BlobIllisible(blob.emplacement(), BlobIllisible.Cause.TAILLE);
    }
    byte[] entete = new byte[Segments.ENTETE];
    remplir(0, entete, entete.length);
    if (!Segments.enteteConnu(entete)) {
      throw new BlobIllisible(blob.emplacement(), BlobIllisible.Cause.ALTERE);
    }
    if (blob.taille() == 0) {
      segment(0);
    }
  }

  @Override
  public long taille() {
    return blob.taille();
  }

  @Override
  public int lire(long position, byte[] tampon, int debut, int longueur) throws IOException {
    Objects.checkFromIndexSize(debut, longueur, tampon.length);
    if (position < 0) {
      throw new IllegalArgumentException("position négative");
    }
    if (position >= blob.taille()) {
      return -1;
    }
    byte[] segment = segment(position / Segments.CLAIR);
    int dedans = (int) (position % Segments.CLAIR);
    int n = Math.min(longueur, segment.length - dedans);
    System.arraycopy(segment, dedans, tampon, debut, n);
    return n;
  }

  private byte[] segment(long numero) throws IOException {
    byte[] connu = ouverts.get(numero);
    if (connu != null) {
      return connu;
    }
    long reste = blob.taille() - numero * Segments.CLAIR;
    boolean dernier = numero == Segments.nombre(blob.taille()) - 1;
    int longueur = (int) Math.min(Segments.CLAIR, reste);
    byte[] clair = place(longueur);
    remplir(Segments.ENTETE + numero * Segments.SCELLE, scelle, longueur + Segments.ETIQUETTE);
    try {
      segments.ouvrir(numero, dernier, scelle, longueur + Segments.ETIQUETTE, clair);
    } catch (GeneralSecurityException e) {
      throw new BlobIllisible(blob.emplacement(), BlobIllisible.Cause.ALTERE, e);
    }
    ouverts.put(numero, clair);
    return clair;
  }

  /**
   * Reprend le tampon du segment le moins récemment servi : une lecture suivie n’alloue presque
   * rien.
   */
  private byte[] place(int longueur) {
    if (ouverts.size() < GARDES) {
      return new byte[longueur];
    }
    Long ancien = ouverts.keySet().iterator().next();
    byte[] repris = ouverts.remove(ancien);
    return repris.length == longueur ? repris : new byte[longueur];
  }

  private void remplir(long position, byte[] tampon, int longueur) throws IOException {
    ByteBuffer cible = ByteBuffer.wrap(tampon, 0, longueur);
    while (cible.hasRemaining()) {
      if (canal.read(cible, position + cible.position()) < 0) {
        throw new BlobIllisible(blob.emplacement(), BlobIllisible.Cause.TAILLE);
      }
    }
  }

  @Override
  public void close() {
    try {
      canal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
