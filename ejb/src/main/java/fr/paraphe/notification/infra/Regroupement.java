package fr.paraphe.notification.infra;

import fr.paraphe.notification.ReglageCourriels;
import fr.paraphe.notification.modele.Echeance;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/**
 * Les récapitulatifs dus. Regrouper, c’est marquer les messages et demander leur envoi, en une
 * requête : deux nœuds qui regroupent ensemble n’en font qu’un.
 */
@Dependent
public class Regroupement {

  private static final String EN_ATTENTE =
      """
      SELECT u.id, u.notification, CAST(p.valeur AS text), min(m.cree_le)
      FROM message m JOIN utilisateur u ON u.id = m.destinataire_id
      LEFT JOIN preference p ON p.utilisateur_id = u.id AND p.cle = 'notification'
      WHERE m.envoye_le IS NULL AND m.regroupe_le IS NULL
      GROUP BY u.id, u.notification, p.valeur
      """;

  /** Cinq cents annonces au plus par courriel ; le reste au tic suivant. */
  private static final String REGROUPER =
      """
      WITH lot AS (
        UPDATE message SET regroupe_le = ?2 WHERE regroupe_le IS NULL AND id IN (
          SELECT id FROM message WHERE destinataire_id = ?1 AND envoye_le IS NULL AND regroupe_le IS NULL
          ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED)
        RETURNING id, collectivite_id)
      INSERT INTO travail (genre, collectivite_id, charge, prevu_le, cree_le)
      SELECT 'courriel', min(collectivite_id), jsonb_build_object('messages', jsonb_agg(id ORDER BY id)), ?2, ?2 FROM lot HAVING count(*) > 0
      """;

  private static final String OUBLIER_JAMAIS =
      """
      UPDATE message m SET envoye_le = ?1, erreur = 'sans objet' FROM utilisateur u
      WHERE u.id = m.destinataire_id AND u.notification = 'JAMAIS' AND m.envoye_le IS NULL AND m.regroupe_le IS NULL
      """;

  private final EntityManager em;
  private final Transactions transactions;
  private final Horloge horloge;

  @Inject
  public Regroupement(EntityManager em, Transactions transactions, Horloge horloge) {
    this.em = em;
    this.transactions = transactions;
    this.horloge = horloge;
  }

  private record Attente(int utilisateur, ReglageCourriels reglage, Instant depuis) {}

  /** Demande l’envoi de tous les récapitulatifs dus maintenant. Rend leur nombre. */
  public int regrouper() {
    Instant maintenant = horloge.maintenant();
    List<Integer> dus =
        transactions.nouvelle(this::enAttente).stream()
            .filter(a -> !Echeance.apres(a.depuis(), a.reglage()).isAfter(maintenant))
            .map(Attente::utilisateur)
            .toList();
    dus.forEach(u -> transactions.nouvelle(() -> executer(REGROUPER, u, maintenant)));
    return dus.size();
  }

  private List<Attente> enAttente() {
    em.createNativeQuery(OUBLIER_JAMAIS)
        .setParameter(1, Timestamp.from(horloge.maintenant()))
        .executeUpdate();
    List<?> lignes = em.createNativeQuery(EN_ATTENTE).getResultList();
    return lignes.stream().map(l -> attente((Object[]) l)).toList();
  }

  private static Attente attente(Object[] c) {
    return new Attente(
        ((Number) c[0]).intValue(),
        ReglageRepository.reglage((String) c[1], (String) c[2]),
        ((Timestamp) c[3]).toInstant());
  }

  private int executer(String sql, int utilisateur, Instant maintenant) {
    return em.createNativeQuery(sql)
        .setParameter(1, utilisateur)
        .setParameter(2, Timestamp.from(maintenant))
        .executeUpdate();
  }
}
