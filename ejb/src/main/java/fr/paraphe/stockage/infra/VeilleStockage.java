package fr.paraphe.stockage.infra;

import fr.paraphe.stockage.Balayeur;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;

/** Le balayage de la nuit. Deux nœuds qui balaient ensemble retirent les mêmes choses, une fois. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VeilleStockage {

  private final Semaphore balayage = new Semaphore(1);
  private Balayeur balayeur;

  protected VeilleStockage() {}

  @Inject
  public VeilleStockage(Balayeur balayeur) {
    this.balayeur = balayeur;
  }

  @Schedule(
      hour = "3",
      minute = "17",
      persistent = false,
      info = "balayage des documents sans attache")
  public void balayer() {
    if (!balayage.tryAcquire()) {
      return;
    }
    try {
      balayeur.balayer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      balayage.release();
    }
  }
}
