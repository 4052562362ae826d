package fr.paraphe.ws.soap.point;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.xnio.conduits.StreamSourceConduit;

/**
 * L’appelant est-il encore au bout du fil ? Écrire ne le dit pas : le système garde les octets
 * d’une réponse que personne ne lira. Lire le dit : la fin du flux entrant, c’est un appelant
 * parti. Rien n’est jamais pris à une requête suivante : ce qui serait lu est rendu à la connexion.
 */
final class Presence {

  private static final Logger JOURNAL = Logger.getLogger("fr.paraphe.ws");
  private static final Presence INCONNUE = new Presence(null);
  private static final AttachmentKey<Doute> DOUTE = AttachmentKey.create(Doute.class);
  private static final AttachmentKey<Boolean> SURVEILLEE = AttachmentKey.create(Boolean.class);

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

  /** L’appelant demande autre chose sur la même connexion : il a lu la réponse d’avant. */
  void rassurer() {
    if (connexion != null) {
      connexion.removeAttachment(DOUTE);
    }
  }

  /** Exécute cette suite si la connexion se ferme plus tard, sans qu’il ait rien redemandé. */
  void surveiller(Runnable suite) {
    if (connexion != null) {
      connexion.putAttachment(DOUTE, new Doute(System.nanoTime(), suite));
      if (connexion.putAttachment(SURVEILLEE, Boolean.TRUE) == null) {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        connexion.addCloseListener(fermee -> fermer(fermee, application));
      }
    }
  }

  private static void fermer(ServerConnection fermee, ClassLoader application) {
    Doute doute = fermee.getAttachment(DOUTE);
    if (doute != null && doute.fonde(System.nanoTime())) {
      fermee.getWorker().execute(() -> agir(doute, application));
    }
  }

  private static void agir(Doute doute, ClassLoader application) {
    Thread fil = Thread.currentThread();
    ClassLoader avant = fil.getContextClassLoader();
    fil.setContextClassLoader(application);
    try {
      doute.suite().run();
    } catch (RuntimeException e) {
      JOURNAL.log(Level.WARNING, e, () -> "PARA0505 Doute sur une réponse non noté");
    } finally {
      fil.setContextClassLoader(avant);
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
