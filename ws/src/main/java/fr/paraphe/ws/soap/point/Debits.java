package fr.paraphe.ws.soap.point;

import fr.paraphe.ws.soap.spool.RequeteRefusee;
import java.util.Set;

/** Le débit de chaque compte, dépôts et autres appels à part (quality.md SOAP-05). */
final class Debits {

  private static final Set<String> DEPOTS = Set.of("CreerDossier", "CreerDossierPES");
  private static final int DEPOTS_PAR_SECONDE = 500;
  private static final int APPELS_PAR_SECONDE = 5000;

  private final int depotsParSeconde;
  private final int appelsParSeconde;
  private final Debit depots;
  private final Debit appels;

  /** Réglables par {@code paraphe.soap.depots} et {@code paraphe.soap.appels}, par seconde. */
  Debits() {
    this.depotsParSeconde = Integer.getInteger("paraphe.soap.depots", DEPOTS_PAR_SECONDE);
    this.appelsParSeconde = Integer.getInteger("paraphe.soap.appels", APPELS_PAR_SECONDE);
    this.depots = new Debit(depotsParSeconde, System::nanoTime);
    this.appels = new Debit(appelsParSeconde, System::nanoTime);
  }

  /**
   * @throws RequeteRefusee si le compte va trop vite
   */
  void exiger(String compte, String operation) {
    boolean depot = DEPOTS.contains(operation);
    if (!(depot ? depots : appels).prendre(compte)) {
      throw new RequeteRefusee(
          RequeteRefusee.Cause.INDISPONIBLE,
          "Ce compte dépasse "
              + (depot ? depotsParSeconde + " dépôts" : appelsParSeconde + " appels")
              + " par seconde. Réessayez dans une seconde.");
    }
  }
}
