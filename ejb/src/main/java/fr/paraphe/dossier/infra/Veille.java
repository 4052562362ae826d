package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.infra.CachetAutomatique.EnAttente;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Transactions;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Les veilles : de simples réveils ; un réveil qui trouve le précédent au travail le laisse finir.
 * Le travail à faire est en base, chaque nœud peut le prendre, un réveil manqué ne perd rien.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Veille {

  private static final int LOT = 100;
  private static final int LOTS = 10;
  private static final int JUGEES = 50;

  /** Un cœur sur deux : les pages des personnes passent avant les cachets. */
  private static final int FILS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final Semaphore signatures = new Semaphore(1);

  @Resource private ManagedExecutorService fils;

  private CachetAutomatique automatique;
  private ValidationDesSignatures validation;
  private Preparations preparations;
  private Transactions transactions;
  private Horloge horloge;

  protected Veille() {}

  @Inject
  public Veille(
      CachetAutomatique automatique,
      ValidationDesSignatures validation,
      Preparations preparations,
      Transactions transactions,
      Horloge horloge) {
    this.preparations = preparations;
    this.transactions = transactions;
    this.horloge = horloge;
    this.automatique = automatique;
    this.validation = validation;
  }

  /**
   * Pose les cachets, puis fait juger des signatures : le second moteur ne dispute pas le
   * processeur à la pose, et finit par passer même si les dépôts ne cessent pas.
   */
  @Schedule(
      hour = "*",
      minute = "*",
      second = "*/2",
      persistent = false,
      info = "cachets automatiques, validation des signatures")
  public void signatures() {
    if (signatures.tryAcquire()) {
      try {
        viderLesCachets();
        validation.juger(JUGEES);
      } finally {
        signatures.release();
      }
    }
  }

  /** Tant que le lot est plein, il peut en rester : on n’attend pas le réveil suivant. */
  private void viderLesCachets() {
    List<EnAttente> lot = automatique.enAttente(LOT);
    poser(lot);
    for (int lots = 1; lots < LOTS && lot.size() == LOT; lots++) {
      lot = automatique.enAttente(LOT);
      poser(lot);
    }
  }

  private void poser(List<EnAttente> lot) {
    Queue<EnAttente> reste = new ConcurrentLinkedQueue<>(lot);
    List<Callable<Void>> parts =
        Collections.nCopies(Math.min(FILS, lot.size()), () -> poser(reste));
    try {
      for (Future<Void> part : fils.invokeAll(parts)) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("un fil de pose des cachets s’est arrêté", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Void poser(Queue<EnAttente> reste) {
    for (EnAttente demande = reste.poll(); demande != null; demande = reste.poll()) {
      automatique.poser(demande);
    }
    return null;
  }

  @Schedule(hour = "*", minute = "23", persistent = false, info = "préparations expirées")
  public void preparationsExpirees() {
    transactions.nouvelle(() -> preparations.oublier(horloge.maintenant()));
  }
}
