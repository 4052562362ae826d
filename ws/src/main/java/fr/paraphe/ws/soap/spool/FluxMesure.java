package fr.paraphe.ws.soap.spool;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Le corps d’une requête, compté pendant qu’il arrive. Passé un seuil la requête devient grosse :
 * elle attend son tour parmi les grosses requêtes (SOAP-05). Fermer le flux rend la place, pas la
 * connexion.
 */
public final class FluxMesure extends FilterInputStream {

  private final Limites limites;
  private final Semaphore grosses;
  private long lus;
  private boolean grosse;

  public FluxMesure(InputStream source, Limites limites, Semaphore grosses) {
    super(source);
    this.limites = limites;
    this.grosses = grosses;
  }

  @Override
  public int read() throws IOException {
    byte[] un = new byte[1];
    return read(un, 0, 1) < 0 ? -1 : un[0] & 0xff;
  }

  @Override
  public int read(byte[] octets, int debut, int longueur) throws IOException {
    int n = in.read(octets, debut, longueur);
    if (n > 0) {
      lus += n;
      if (lus > limites.brut()) {
        throw RequeteRefusee.message(
            "La requête dépasse la limite de " + Limites.enClair(limites.brut()) + ".");
      }
      if (lus > limites.gros() && !grosse) {
        attendreSonTour();
      }
    }
    return n;
  }

  /**
   * Lit et oublie ce qui reste, dans la limite d’une requête entière : l’appelant finit d’envoyer,
   * puis lit sa réponse.
   */
  public void epuiser() throws IOException {
    byte[] rebut = new byte[64 * 1024];
    long reste = limites.brut();
    for (int n = in.read(rebut); n >= 0 && reste > 0; n = in.read(rebut)) {
      reste -= n;
    }
  }

  private void attendreSonTour() throws IOException {
    try {
      grosse = grosses.tryAcquire(limites.attente().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    if (!grosse) {
      throw new RequeteRefusee(
          RequeteRefusee.Cause.INDISPONIBLE,
          "Le serveur traite déjà d’autres envois volumineux. Réessayez dans une minute.");
    }
  }

  @Override
  public void close() {
    if (grosse) {
      grosse = false;
      grosses.release();
    }
  }
}
