package fr.paraphe.outils.banc;

import java.util.Arrays;
import java.util.Locale;

/**
 * Une opération mesurée. Temps vus du client, en millisecondes.
 *
 * @param nombre appels réussis
 * @param echecs appels dont la réponse n’était pas celle attendue
 * @param debit réussites par seconde
 */
record Mesure(
    String operation,
    int clients,
    int nombre,
    int echecs,
    double debit,
    double p50,
    double p95,
    double max) {

  static Mesure de(String operation, int clients, long[] nanos, int echecs, long dureeNanos) {
    long[] tries = nanos.clone();
    Arrays.sort(tries);
    return new Mesure(
        operation,
        clients,
        tries.length,
        echecs,
        tries.length / (dureeNanos / 1e9),
        centile(tries, 50),
        centile(tries, 95),
        centile(tries, 100));
  }

  private static double centile(long[] tries, int centile) {
    if (tries.length == 0) {
      return 0;
    }
    int rang = (int) Math.ceil(centile / 100.0 * tries.length) - 1;
    return Math.round(tries[Math.max(0, rang)] / 1e4) / 100.0;
  }

  String ligne() {
    return String.format(
        Locale.FRANCE,
        "| %s | %d | %d | %d | %.1f | %.1f | %.1f | %.1f |",
        operation,
        clients,
        nombre,
        echecs,
        debit,
        p50,
        p95,
        max);
  }
}
