package fr.paraphe.stockage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Un blob ouvert en lecture, à n’importe quelle position. Chaque octet rendu a été authentifié ;
 * une altération lève {@link BlobIllisible}. Sert un seul fil à la fois.
 */
public abstract class LectureBlob implements AutoCloseable {

  /** Octets en clair. */
  public abstract long taille();

  /**
   * Lit jusqu’à {@code longueur} octets à {@code position}.
   *
   * @return le nombre d’octets lus, au moins un, ou -1 à la fin
   */
  public abstract int lire(long position, byte[] tampon, int debut, int longueur)
      throws IOException;

  @Override
  public abstract void close();

  /** Le contenu entier. Fermer le flux ferme aussi la lecture. */
  public InputStream flux() {
    return flux(0, taille());
  }

  /** Une plage du contenu (requêtes HTTP « Range »). Fermer le flux ferme aussi la lecture. */
  public InputStream flux(long debut, long longueur) {
    Objects.checkFromIndexSize(debut, longueur, taille());
    return new Plage(debut, debut + longueur);
  }

  private final class Plage extends InputStream {

    private final long fin;
    private long position;

    private Plage(long debut, long fin) {
      this.position = debut;
      this.fin = fin;
    }

    @Override
    public int read() throws IOException {
      byte[] un = new byte[1];
      return read(un, 0, 1) < 0 ? -1 : un[0] & 0xff;
    }

    @Override
    public int read(byte[] tampon, int debut, int longueur) throws IOException {
      Objects.checkFromIndexSize(debut, longueur, tampon.length);
      if (longueur == 0) {
        return 0;
      }
      if (position >= fin) {
        return -1;
      }
      int lus = lire(position, tampon, debut, (int) Math.min(longueur, fin - position));
      if (lus > 0) {
        position += lus;
      }
      return lus;
    }

    @Override
    public long skip(long n) {
      long saut = Math.max(0, Math.min(n, fin - position));
      position += saut;
      return saut;
    }

    @Override
    public int available() {
      return (int) Math.min(Integer.MAX_VALUE, fin - position);
    }

    @Override
    public void close() {
      LectureBlob.this.close();
    }
  }
}
