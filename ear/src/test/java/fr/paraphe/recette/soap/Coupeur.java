package fr.paraphe.recette.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Un fil de réseau qui casse : relaie vers le service et coupe au moment voulu. */
final class Coupeur implements AutoCloseable {

  /** Quand couper. */
  enum Moment {
    JAMAIS,
    /** L’appelant raccroche dès sa requête partie : le serveur n’a pas encore répondu. */
    AVANT_LA_REPONSE,
    /** Le serveur répond, l’appelant n’en voit rien. */
    A_LA_REPONSE,
    /** Le serveur a répondu, rien n’arrive, et rien n’est coupé. */
    RETENUE,
    /** L’appelant reçoit la moitié de la réponse. */
    AU_MILIEU
  }

  private static final int DEMI = 150;
  private static final long LENTEUR_MS = 60;

  private final ServerSocket ecoute;
  private final URI service;
  private final Moment moment;
  private final boolean lent;

  Coupeur(String service, Moment moment) throws IOException {
    this(service, moment, false);
  }

  /**
   * @param lent retient la réponse avant de la relayer
   */
  Coupeur(String service, Moment moment, boolean lent) throws IOException {
    this.service = URI.create(service);
    this.moment = moment;
    this.lent = lent;
    this.ecoute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  int port() {
    return ecoute.getLocalPort();
  }

  private void accepter() {
    while (!ecoute.isClosed()) {
      try {
        Socket client = ecoute.accept();
        lancer(() -> relayer(client));
      } catch (IOException ferme) {
        return;
      }
    }
  }

  private static void lancer(Runnable acte) {
    Thread fil = new Thread(acte, "coupeur");
    fil.setDaemon(true);
    fil.start();
  }

  private void relayer(Socket client) {
    try (client;
        Socket serveur = new Socket(service.getHost(), service.getPort())) {
      lancer(() -> copier(client, serveur));
      reponse(serveur.getInputStream(), client.getOutputStream());
    } catch (IOException coupe) {
      return;
    }
  }

  private static void copier(Socket de, Socket vers) {
    try {
      de.getInputStream().transferTo(vers.getOutputStream());
      vers.shutdownOutput();
    } catch (IOException coupe) {
      return;
    }
  }

  private void reponse(InputStream serveur, OutputStream client) throws IOException {
    byte[] octets = new byte[8192];
    for (int n = serveur.read(octets); n > 0; n = serveur.read(octets)) {
      if (lent) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LENTEUR_MS));
      }
      if (moment == Moment.A_LA_REPONSE) {
        return;
      }
      if (moment == Moment.RETENUE) {
        continue;
      }
      if (moment == Moment.AU_MILIEU) {
        client.write(octets, 0, Math.min(n, DEMI));
        client.flush();
        return;
      }
      client.write(octets, 0, n);
      client.flush();
    }
  }

  Coupeur ouvert() {
    lancer(this::accepter);
    return this;
  }

  @Override
  public void close() throws IOException {
    ecoute.close();
  }
}
