package fr.paraphe.dossier.infra;

import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Transactions;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;

/**
 * Les veilles : de simples réveils. Le travail à faire est en base, chaque nœud peut le prendre, un
 * réveil manqué ne perd rien.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Veille {

  private static final int LOT = 50;

  private final Semaphore cachets = new Semaphore(1);
  private final Semaphore validations = new Semaphore(1);

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

  @Schedule(
      hour = "*",
      minute = "*",
      second = "*/2",
      persistent = false,
      info = "cachets automatiques")
  public void cachetsAutomatiques() {
    unSeul(cachets, this::viderLesCachets);
  }

  @Schedule(
      hour = "*",
      minute = "*",
      second = "*/5",
      persistent = false,
      info = "validation des signatures")
  public void validationDesSignatures() {
    unSeul(validations, () -> validation.juger(LOT));
  }

  /** Tant qu’un lot entier a été posé, il peut en rester : on n’attend pas le réveil suivant. */
  private void viderLesCachets() {
    int poses;
    do {
      poses = automatique.poser(LOT);
    } while (poses == LOT);
  }

  @Schedule(hour = "*", minute = "23", persistent = false, info = "préparations expirées")
  public void preparationsExpirees() {
    transactions.nouvelle(() -> preparations.oublier(horloge.maintenant()));
  }

  /** Un réveil qui trouve le précédent encore au travail n’en lance pas un second. */
  private static void unSeul(Semaphore verrou, Runnable travail) {
    if (verrou.tryAcquire()) {
      try {
        travail.run();
      } finally {
        verrou.release();
      }
    }
  }
}
