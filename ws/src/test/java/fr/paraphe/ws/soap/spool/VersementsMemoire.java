package fr.paraphe.ws.soap.spool;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Un dépôt de mémoire, qui compte ce qui n’a été ni scellé ni abandonné. */
public final class VersementsMemoire implements Versements {

  public final List<byte[]> scelles = new ArrayList<>();
  public int ouverts;

  @Override
  public Versement ouvrir() {
    ouverts++;
    ByteArrayOutputStream contenu = new ByteArrayOutputStream();
    return new Versement() {
      private boolean clos;

      @Override
      public void write(int octet) {
        contenu.write(octet);
      }

      @Override
      public void write(byte[] octets, int debut, int longueur) {
        contenu.write(octets, debut, longueur);
      }

      @Override
      public Object sceller() {
        scelles.add(contenu.toByteArray());
        close();
        return contenu.toByteArray();
      }

      @Override
      public void close() {
        if (!clos) {
          clos = true;
          ouverts--;
        }
      }
    };
  }
}
