package fr.paraphe.ws.soap.reponse;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Une sortie qui garde le dernier octet écrit : le lecteur ne peut pas avoir fini avant que l’on
 * décide de le lâcher.
 */
public final class Retenue extends OutputStream {

  private final OutputStream sortie;
  private int dernier = -1;

  public Retenue(OutputStream sortie) {
    this.sortie = sortie;
  }

  @Override
  public void write(int octet) throws IOException {
    lacher();
    dernier = octet & 0xff;
  }

  @Override
  public void write(byte[] octets, int debut, int longueur) throws IOException {
    if (longueur > 0) {
      lacher();
      sortie.write(octets, debut, longueur - 1);
      dernier = octets[debut + longueur - 1] & 0xff;
    }
  }

  /** Écrit l’octet gardé. */
  public void lacher() throws IOException {
    if (dernier >= 0) {
      sortie.write(dernier);
      dernier = -1;
    }
  }

  @Override
  public void flush() throws IOException {
    sortie.flush();
  }
}
