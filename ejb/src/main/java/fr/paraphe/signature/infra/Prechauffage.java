package fr.paraphe.signature.infra;

import fr.paraphe.socle.Horloge;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Au démarrage : rien de signé à moitié ne reste en clair sur le disque. Peu après, sans le
 * retarder : le premier signataire ne paie pas le chargement.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Prechauffage {

  private static final Logger JOURNAL = Logger.getLogger("fr.paraphe.signature");
  private static final long APRES_MS = 3000;

  @Resource private TimerService reveils;
  private Horloge horloge;

  protected Prechauffage() {}

  @Inject
  public Prechauffage(Horloge horloge) {
    this.horloge = horloge;
  }

  @PostConstruct
  void prevoir() {
    effacerRestes();
    reveils.createSingleActionTimer(
        APRES_MS, new TimerConfig("échauffement de la signature", false));
  }

  private static void effacerRestes() {
    try {
      Atelier.effacerRestes();
    } catch (IOException e) {
      JOURNAL.log(Level.WARNING, "PARA0203 des restes de signature n’ont pas pu être effacés", e);
    }
  }

  @Timeout
  public void chauffer() {
    try {
      Echauffement.chauffer(new MoteurDss(), horloge.maintenant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
