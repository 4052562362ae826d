package fr.paraphe.signature.infra;

import fr.paraphe.stockage.LectureBlob;
import java.io.IOException;
import java.io.InputStream;

/**
 * Relit un blob depuis le début ; fermer ce flux ne ferme pas la lecture, qui sert plusieurs fois.
 */
final class FluxPartage extends InputStream {

  private final LectureBlob lecture;
  private long position;

  FluxPartage(LectureBlob lecture) {
    this.lecture = lecture;
  }

  @Override
  public int read() throws IOException {
    byte[] un = new byte[1];
    return read(un, 0, 1) < 0 ? -1 : un[0] & 0xff;
  }

  @Override
  public int read(byte[] octets, int debut, int longueur) throws IOException {
    if (longueur == 0) {
      return 0;
    }
    int lus = lecture.lire(position, octets, debut, longueur);
    if (lus > 0) {
      position += lus;
    }
    return lus;
  }
}
