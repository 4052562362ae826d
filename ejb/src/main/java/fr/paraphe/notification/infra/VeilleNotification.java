package fr.paraphe.notification.infra;

import fr.paraphe.socle.Transactions;
import fr.paraphe.travaux.TravailAFaire;
import fr.paraphe.travaux.Travaux;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;

/** Les réveils de la notification : de simples tics, sans dommage sur deux nœuds à la fois. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VeilleNotification {

  private final Semaphore libre = new Semaphore(1);
  private Regroupement regroupement;
  private Rappels rappels;
  private Travaux travaux;
  private Transactions transactions;

  protected VeilleNotification() {}

  @Inject
  public VeilleNotification(
      Regroupement regroupement, Rappels rappels, Travaux travaux, Transactions transactions) {
    this.regroupement = regroupement;
    this.rappels = rappels;
    this.travaux = travaux;
    this.transactions = transactions;
  }

  @Schedule(
      hour = "*",
      minute = "*",
      second = "20",
      persistent = false,
      info = "récapitulatifs par courriel")
  public void recapitulatifs() {
    if (libre.tryAcquire()) {
      try {
        regroupement.regrouper();
      } finally {
        libre.release();
      }
    }
  }

  @Schedule(
      hour = "6-19",
      minute = "5",
      timezone = "Europe/Paris",
      persistent = false,
      info = "rappels des dossiers en retard")
  public void retards() {
    transactions.nouvelle(
        () -> {
          travaux.planifier(TravailAFaire.de(Rappels.GENRE).unique(Rappels.GENRE));
          return null;
        });
  }

  @Schedule(hour = "3", minute = "41", persistent = false, info = "messages anciens")
  public void anciens() {
    rappels.effacer();
  }
}
