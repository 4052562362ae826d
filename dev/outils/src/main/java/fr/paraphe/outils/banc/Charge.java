package fr.paraphe.outils.banc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/** Fait jouer la même opération par plusieurs clients, jusqu’à un nombre ou une durée. */
final class Charge {

  private Charge() {}

  /**
   * Les temps de chaque appel, dans l’ordre de leur fin.
   *
   * @param nanos un par réussite
   */
  record Passage(List<Long> nanos, int echecs, long duree) {

    Mesure mesure(String operation, int clients) {
      long[] temps = nanos.stream().mapToLong(Long::longValue).toArray();
      return Mesure.de(operation, clients, temps, echecs, duree);
    }
  }

  /**
   * @param appel reçoit le numéro de l’appel, rend vrai si la réponse est celle attendue
   */
  static Passage jouer(int clients, int nombreMax, int secondesMax, IntPredicate appel)
      throws Exception {
    return jouer(clients, nombreMax, secondesMax, new AtomicBoolean(), appel);
  }

  /**
   * @param arret devient vrai quand il n’y a plus lieu de continuer
   */
  static Passage jouer(
      int clients, int nombreMax, int secondesMax, AtomicBoolean arret, IntPredicate appel)
      throws Exception {
    AtomicInteger suivant = new AtomicInteger();
    AtomicInteger echecs = new AtomicInteger();
    List<Long> nanos = java.util.Collections.synchronizedList(new ArrayList<>());
    long debut = System.nanoTime();
    long fin = debut + TimeUnit.SECONDS.toNanos(secondesMax);
    BooleanSupplier encore = () -> System.nanoTime() < fin && !arret.get();
    ExecutorService fils = Executors.newFixedThreadPool(clients);
    try {
      List<Future<?>> promesses = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        promesses.add(fils.submit(() -> client(suivant, nombreMax, encore, appel, nanos, echecs)));
      }
      for (Future<?> promesse : promesses) {
        promesse.get();
      }
    } finally {
      fils.shutdownNow();
    }
    return new Passage(List.copyOf(nanos), echecs.get(), System.nanoTime() - debut);
  }

  private static void client(
      AtomicInteger suivant,
      int nombreMax,
      BooleanSupplier encore,
      IntPredicate appel,
      List<Long> nanos,
      AtomicInteger echecs) {
    for (int n = suivant.getAndIncrement();
        n < nombreMax && encore.getAsBoolean();
        n = suivant.getAndIncrement()) {
      long avant = System.nanoTime();
      if (appel.test(n)) {
        nanos.add(System.nanoTime() - avant);
      } else {
        echecs.incrementAndGet();
      }
    }
  }
}
