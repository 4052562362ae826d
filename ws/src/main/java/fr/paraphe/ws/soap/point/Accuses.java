package fr.paraphe.ws.soap.point;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Les créations dont la réponse n’est pas encore partie. Une seconde demande du même dossier attend
 * que l’on sache si la première est arrivée : un doublon voulu reçoit alors son refus, une reprise
 * après coupure la première réponse (contrat §J). Au-delà du délai elle passe quand même.
 */
@ApplicationScoped
public class Accuses {

  private static final Duration DELAI = Duration.ofSeconds(20);

  private final ConcurrentMap<String, CountDownLatch> enCours = new ConcurrentHashMap<>();

  /** Prend son tour ; à exécuter quand on sait ce que la réponse est devenue. */
  public Runnable attendre(String cle) {
    CountDownLatch mien = new CountDownLatch(1);
    CountDownLatch autre = enCours.putIfAbsent(cle, mien);
    while (autre != null) {
      if (!fini(autre)) {
        return () -> {};
      }
      autre = enCours.putIfAbsent(cle, mien);
    }
    return () -> {
      enCours.remove(cle, mien);
      mien.countDown();
    };
  }

  private static boolean fini(CountDownLatch autre) {
    try {
      return autre.await(DELAI.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
