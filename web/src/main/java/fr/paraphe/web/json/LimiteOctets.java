package fr.paraphe.web.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Un flux qui refuse d’être lu au-delà d’une taille. */
final class LimiteOctets extends FilterInputStream {
  private long reste;

  LimiteOctets(InputStream source, long maximum) {
    super(source);
    this.reste = maximum;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    compter(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] tampon, int debut, int longueur) throws IOException {
    int lus = super.read(tampon, debut, longueur);
    compter(Math.max(lus, 0));
    return lus;
  }

  private void compter(int lus) throws IOException {
    reste -= lus;
    if (reste < 0) {
      throw new IOException("corps trop grand");
    }
  }
}
