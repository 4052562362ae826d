package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Pose les cachets que personne n’a à demander : les tâches de cachet dont le sous-type est
 * automatique.
 */
@Dependent
public class CachetAutomatique {

  private static final Logger JOURNAL = Logger.getLogger("fr.paraphe.dossier");

  /** Un cachet impossible n’est pas retenté avant ce délai. */
  private static final Duration REPORT = Duration.ofMinutes(5);

  private static final String EN_ATTENTE =
      """
      SELECT d.collectivite_id, d.identifiant FROM tache t JOIN sous_type s ON s.id = t.sous_type_id
      JOIN dossier d ON d.id = t.dossier_id
      WHERE t.action = 'CACHET' AND s.cachet_automatique AND coalesce(d.verrou_jusqu_au, '-infinity') < ?2 ORDER BY t.arrivee_le LIMIT ?1
      """;

  private final EntityManager em;
  private final PoseCachet pose;
  private final Transactions transactions;
  private final Horloge horloge;

  @Inject
  public CachetAutomatique(
      EntityManager em, PoseCachet pose, Transactions transactions, Horloge horloge) {
    this.em = em;
    this.pose = pose;
    this.transactions = transactions;
    this.horloge = horloge;
  }

  /**
   * Pose au plus {@code lot} cachets ; un dossier qui ne peut pas l’être attend, sa raison est dans
   * le journal technique.
   */
  public int poser(int lot) {
    List<?> lignes = transactions.nouvelle(() -> enAttente(lot));
    int poses = 0;
    for (Object ligne : lignes) {
      Object[] c = (Object[]) ligne;
      poses +=
          poser(
              new CollectiviteId(((Number) c[0]).intValue()),
              new IdentifiantDossier((String) c[1]));
    }
    return poses;
  }

  private List<?> enAttente(int lot) {
    return em.createNativeQuery(EN_ATTENTE)
        .setParameter(1, lot)
        .setParameter(2, Timestamp.from(horloge.maintenant()))
        .getResultList();
  }

  private int poser(CollectiviteId collectivite, IdentifiantDossier id) {
    try {
      pose.automatique(collectivite, id);
      return 1;
    } catch (ErreurMetier refus) {
      transactions.nouvelle(() -> reporter(collectivite, id));
      JOURNAL.log(
          Level.WARNING, "PARA0201 cachet automatique impossible ({0})", refus.code().name());
      return 0;
    }
  }

  private Void reporter(CollectiviteId collectivite, IdentifiantDossier id) {
    em.createNativeQuery(
            "UPDATE dossier SET verrou_jusqu_au = ?3 WHERE collectivite_id = ?1 AND identifiant = ?2 AND clos_le IS NULL")
        .setParameter(1, collectivite.valeur())
        .setParameter(2, id.valeur())
        .setParameter(3, Timestamp.from(horloge.maintenant().plus(REPORT)))
        .executeUpdate();
    return null;
  }
}
