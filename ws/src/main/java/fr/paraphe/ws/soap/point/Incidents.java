package fr.paraphe.ws.soap.point;

import fr.paraphe.ws.soap.reponse.Faute;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Les incidents au journal du serveur : chacun y a son numéro, mais le même échec répété n’y met sa
 * trace que quelques fois par minute. Un appelant en boucle ne remplit pas le disque.
 */
final class Incidents {

  private static final Logger JOURNAL = Logger.getLogger("fr.paraphe.ws");
  private static final int TRACES = 5;
  private static final long MINUTE = 60_000_000_000L;
  private static final int SORTES_MAX = 200;

  private static final Incidents SEUL = new Incidents(System::nanoTime);

  private final LongSupplier nanos;
  private final ConcurrentMap<String, Compte> comptes = new ConcurrentHashMap<>();

  private record Compte(long depuis, int nombre) {}

  Incidents(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Note l’échec ; rend le numéro à donner à l’appelant. */
  static String noter(Throwable echec) {
    String numero = Faute.numeroIncident();
    if (SEUL.traceUtile(sorte(echec))) {
      JOURNAL.log(Level.SEVERE, echec, () -> "PARA0501 Appel SOAP en échec, incident " + numero);
    } else {
      JOURNAL.log(
          Level.SEVERE,
          () ->
              "PARA0501 Appel SOAP en échec, incident "
                  + numero
                  + " ("
                  + echec.getClass().getSimpleName()
                  + ", trace déjà notée)");
    }
    return numero;
  }

  /** Vrai les premières fois de chaque minute pour une même sorte d’échec. */
  boolean traceUtile(String sorte) {
    if (comptes.size() > SORTES_MAX) {
      comptes.clear();
    }
    long maintenant = nanos.getAsLong();
    return comptes.compute(sorte, (s, c) -> suivant(c, maintenant)).nombre() <= TRACES;
  }

  private static Compte suivant(Compte compte, long maintenant) {
    return compte == null || maintenant - compte.depuis() > MINUTE
        ? new Compte(maintenant, 1)
        : new Compte(compte.depuis(), compte.nombre() + 1);
  }

  private static String sorte(Throwable echec) {
    StackTraceElement[] trace = echec.getStackTrace();
    return echec.getClass().getName() + (trace.length == 0 ? "" : "@" + trace[0]);
  }
}
