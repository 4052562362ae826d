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

  /** Un dossier qui attend son cachet. */
  public record EnAttente(CollectiviteId collectivite, IdentifiantDossier dossier) {}

  /** Les plus anciens en attente, au plus {@code lot}. */
  public List<EnAttente> enAttente(int lot) {
    return transactions.nouvelle(() -> lire(lot));
  }

  private List<EnAttente> lire(int lot) {
    List<?> lignes =
        em.createNativeQuery(EN_ATTENTE)
            .setParameter(1, lot)
            .setParameter(2, Timestamp.from(horloge.maintenant()))
            .getResultList();
    return lignes.stream().map(l -> enAttente((Object[]) l)).toList();
  }

  private static EnAttente enAttente(Object[] c) {
    return new EnAttente(
        new CollectiviteId(((Number) c[0]).intValue()), new IdentifiantDossier((String) c[1]));
  }

  /**
   * Pose un cachet. S’il ne peut pas l’être, le dossier attend et la raison est dans le journal
   * technique : les suivants n’en souffrent pas.
   */
  public void poser(EnAttente demande) {
    try {
      pose.automatique(demande.collectivite(), demande.dossier());
    } catch (ErreurMetier refus) {
      transactions.nouvelle(() -> reporter(demande.collectivite(), demande.dossier()));
      JOURNAL.log(
          Level.WARNING, "PARA0201 cachet automatique impossible ({0})", refus.code().name());
    } catch (RuntimeException panne) {
      transactions.nouvelle(() -> reporter(demande.collectivite(), demande.dossier()));
      JOURNAL.log(Level.SEVERE, "PARA0203 cachet automatique en panne", panne);
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
