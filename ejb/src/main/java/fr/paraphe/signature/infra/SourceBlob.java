package fr.paraphe.signature.infra;

import com.itextpdf.io.source.IRandomAccessSource;
import fr.paraphe.stockage.LectureBlob;
import java.io.IOException;

/**
 * Un blob chiffré, lu par iText comme un fichier : le document en clair ne touche jamais le disque.
 */
final class SourceBlob implements IRandomAccessSource {

  private final LectureBlob lecture;
  private final byte[] fenetre = new byte[32 * 1024];
  private long debut;
  private int rempli;

  SourceBlob(LectureBlob lecture) {
    this.lecture = lecture;
  }

  @Override
  public int get(long position) throws IOException {
    long dedans = position - debut;
    if (dedans < 0 || dedans >= rempli) {
      int lus = lecture.lire(position, fenetre, 0, fenetre.length);
      if (lus < 0) {
        return -1;
      }
      debut = position;
      rempli = lus;
      dedans = 0;
    }
    return fenetre[(int) dedans] & 0xff;
  }

  @Override
  public int get(long position, byte[] octets, int debutOctets, int longueur) throws IOException {
    int lus = 0;
    while (lus < longueur) {
      int n = lecture.lire(position + lus, octets, debutOctets + lus, longueur - lus);
      if (n < 0) {
        break;
      }
      lus += n;
    }
    return lus == 0 && longueur > 0 ? -1 : lus;
  }

  @Override
  public long length() {
    return lecture.taille();
  }

  @Override
  public void close() {
    // la lecture appartient à qui l’a ouverte
  }
}
