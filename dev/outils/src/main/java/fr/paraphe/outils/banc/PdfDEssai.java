package fr.paraphe.outils.banc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/** Des PDF d’une page, de la taille voulue, au contenu incompressible et toujours différent. */
final class PdfDEssai {

  private static final int BLOC = 64 * 1024;

  private PdfDEssai() {}

  static byte[] de(int octets, long graine) {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream(octets + 1024);
    try {
      ecrire(sortie, octets, graine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sortie.toByteArray();
  }

  /** Écrit au fil de l’eau ; le bourrage fait {@code octets}. */
  static void ecrire(OutputStream sortie, long octets, long graine) throws IOException {
    Compteur c = new Compteur(sortie);
    long[] place = new long[5];
    c.texte("%PDF-1.4\n");
    place[1] = c.ecrits;
    c.texte("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
    place[2] = c.ecrits;
    c.texte("2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
    place[3] = c.ecrits;
    c.texte(
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>\nendobj\n");
    place[4] = c.ecrits;
    c.texte("4 0 obj\n<< /Length " + octets + " >>\nstream\n");
    c.bourrage(octets, new SplittableRandom(graine));
    c.texte("\nendstream\nendobj\n");
    long table = c.ecrits;
    c.texte("xref\n0 5\n0000000000 65535 f \n");
    for (int i = 1; i < place.length; i++) {
      c.texte(String.format(Locale.ROOT, "%010d 00000 n \n", place[i]));
    }
    c.texte("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
  }

  private static final class Compteur {

    private final OutputStream sortie;
    private long ecrits;

    Compteur(OutputStream sortie) {
      this.sortie = sortie;
    }

    void texte(String texte) throws IOException {
      byte[] octets = texte.getBytes(StandardCharsets.US_ASCII);
      sortie.write(octets);
      ecrits += octets.length;
    }

    void bourrage(long octets, SplittableRandom hasard) throws IOException {
      byte[] bloc = new byte[BLOC];
      for (long reste = octets; reste > 0; reste -= BLOC) {
        hasard.nextBytes(bloc);
        sortie.write(bloc, 0, (int) Math.min(BLOC, reste));
      }
      ecrits += octets;
    }
  }
}
