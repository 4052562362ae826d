package fr.paraphe.travaux.infra;

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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Le réveil de la file : un simple tic. Le travail est en base, tout nœud peut le prendre, un
 * réveil manqué ne perd rien.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VeilleTravaux {

  private static final int FILS = 2;

  /** Au plus, par fil et par réveil : le suivant continue. */
  private static final int PAR_REVEIL = 500;

  private final Semaphore libre = new Semaphore(1);

  @Resource private ManagedExecutorService fils;

  private Equipe equipe;

  protected VeilleTravaux() {}

  @Inject
  public VeilleTravaux(Equipe equipe) {
    this.equipe = equipe;
  }

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "file des travaux")
  public void reveiller() {
    if (!libre.tryAcquire()) {
      return;
    }
    try {
      List<Callable<Void>> parts = Collections.nCopies(FILS, this::vider);
      for (Future<Void> part : fils.invokeAll(parts)) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("un fil de la file des travaux s’est arrêté", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      libre.release();
    }
  }

  private Void vider() {
    for (int faits = 0; faits < PAR_REVEIL && equipe.avancer(); faits++) {
      continue;
    }
    return null;
  }
}
