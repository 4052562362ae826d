package fr.paraphe.ws.soap.point;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * Combien de demandes un compte peut faire : un seau de jetons par compte, qui se remplit à débit
 * constant et tient deux secondes d’avance. Un compte pressé n’en gêne aucun autre.
 */
final class Debit {

  private static final double SECONDE = 1e9;
  private static final double AVANCE_S = 2;

  private final double parSeconde;
  private final LongSupplier nanos;
  private final ConcurrentMap<String, Seau> seaux = new ConcurrentHashMap<>();

  private record Seau(double jetons, long lu, boolean pris) {}

  /**
   * @param nanos un temps qui ne recule jamais
   */
  Debit(int parSeconde, LongSupplier nanos) {
    this.parSeconde = parSeconde;
    this.nanos = nanos;
  }

  /** Faux si ce compte a dépassé son débit ; il peut redemander une seconde plus tard. */
  boolean prendre(String compte) {
    long maintenant = nanos.getAsLong();
    return seaux.compute(compte, (c, seau) -> servir(seau, maintenant)).pris();
  }

  private Seau servir(Seau seau, long maintenant) {
    double plein = Math.max(1, parSeconde * AVANCE_S);
    double jetons =
        seau == null
            ? plein
            : Math.min(plein, seau.jetons() + (maintenant - seau.lu()) / SECONDE * parSeconde);
    return jetons >= 1
        ? new Seau(jetons - 1, maintenant, true)
        : new Seau(jetons, maintenant, false);
  }
}
