package fr.paraphe.transmission;

import fr.paraphe.socle.Transactions;
import fr.paraphe.transmission.infra.AppelsEnBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Les derniers appels de chaque compte de connecteur. Ils s’écrivent par lots : un appel n’attend
 * pas la base, et un arrêt brutal en perd au plus deux secondes. Ce n’est pas une preuve, c’est une
 * aide à qui branche un logiciel.
 */
@ApplicationScoped
public class Appels {

  /** Appels gardés par compte. */
  public static final int GARDES = 100;

  private static final long RYTHME_NS = 2_000_000_000L;

  private AppelsEnBase base;
  private Transactions transactions;
  private final Map<String, Deque<AppelConnecteur>> attente = new HashMap<>();
  private long ecritLe;

  protected Appels() {}

  @Inject
  public Appels(AppelsEnBase base, Transactions transactions) {
    this.base = base;
    this.transactions = transactions;
    this.ecritLe = System.nanoTime();
  }

  /** Retient un appel ; écrit ceux qui attendent si cela n’a pas été fait depuis deux secondes. */
  public void noter(AppelConnecteur appel) {
    if (retenir(appel)) {
      ecrire();
    }
  }

  private synchronized boolean retenir(AppelConnecteur appel) {
    Deque<AppelConnecteur> siens = attente.computeIfAbsent(appel.compte(), c -> new ArrayDeque<>());
    siens.addLast(appel);
    if (siens.size() > GARDES) {
      siens.removeFirst();
    }
    return System.nanoTime() - ecritLe > RYTHME_NS;
  }

  /** Écrit tout ce qui attend. */
  public void ecrire() {
    Map<String, List<AppelConnecteur>> lots = prendre();
    if (!lots.isEmpty()) {
      transactions.nouvelle(
          () -> {
            lots.forEach(base::ajouter);
            return null;
          });
    }
  }

  private synchronized Map<String, List<AppelConnecteur>> prendre() {
    Map<String, List<AppelConnecteur>> lots = new TreeMap<>();
    attente.forEach((compte, siens) -> lots.put(compte, List.copyOf(siens)));
    attente.clear();
    ecritLe = System.nanoTime();
    return lots;
  }
}
