package fr.paraphe.ws.soap.point;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.servlet.handlers.ServletRequestContext;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * L’appelant est-il encore au bout du fil ? Écrire ne le dit pas : le système garde les octets
 * d’une réponse que personne ne lira. Lire le dit : la fin du flux entrant, c’est un appelant
 * parti. Rien n’est jamais pris à une requête suivante : ce qui serait lu est rendu à la connexion.
 */
final class Presence {

  private static final Presence INCONNUE = new Presence(null);

  private final HttpServerConnection connexion;

  private Presence(HttpServerConnection connexion) {
    this.connexion = connexion;
  }

  /**
   * L’appelant de la requête en cours ; tenu pour présent si le transport ne permet pas de voir.
   */
  static Presence deLAppelant() {
    ServletRequestContext contexte = ServletRequestContext.current();
    HttpServerExchange echange = contexte == null ? null : contexte.getExchange();
    ServerConnection connexion = echange == null ? null : echange.getConnection();
    return connexion instanceof HttpServerConnection http ? new Presence(http) : INCONNUE;
  }

  /** Faux si l’appelant est parti, ou s’il part avant ce délai. */
  boolean confirmee(long millisecondes) {
    if (connexion == null || connexion.getExtraBytes() != null) {
      return true;
    }
    StreamSourceConduit entree = connexion.getOriginalSourceConduit();
    try {
      if (millisecondes > 0) {
        entree.awaitReadable(millisecondes, TimeUnit.MILLISECONDS);
      }
      return lire(entree) >= 0;
    } catch (IOException parti) {
      return false;
    }
  }

  private int lire(StreamSourceConduit entree) throws IOException {
    PooledByteBuffer tampon = connexion.getByteBufferPool().allocate();
    boolean rendu = false;
    try {
      int lus = entree.read(tampon.getBuffer());
      if (lus > 0) {
        tampon.getBuffer().flip();
        connexion.ungetRequestBytes(tampon);
        rendu = true;
      }
      return lus;
    } finally {
      if (!rendu) {
        tampon.close();
      }
    }
  }
}
