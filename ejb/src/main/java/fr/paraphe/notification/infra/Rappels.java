package fr.paraphe.notification.infra;

import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Transactions;
import fr.paraphe.travaux.Execution;
import fr.paraphe.travaux.Travail;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;

/** Ce que le temps qui passe apprend, et ce qu’il efface. */
@Dependent
public class Rappels implements Execution {

  static final String GENRE = "rappels";

  /** Un message parti est gardé ce temps, pour répondre à « qui a été averti ? ». */
  private static final Period PARTIS = Period.ofDays(90);

  /** Un message qui n’a pas pu partir n’apprend plus rien après ce temps. */
  private static final Period PERIMES = Period.ofDays(30);

  /**
   * Un rappel par personne et par étape en retard, au lendemain de la date limite puis chaque lundi
   * (N8). Toujours regroupé. Rejoué, il n’ajoute rien.
   */
  private static final String RETARDS =
      """
      WITH attente AS (
        SELECT t.etape_id, t.dossier_id, t.collectivite_id, t.bureau_id, t.action, t.type_id, t.sous_type_id, t.arrivee_le, d.visibilite,
          greatest(CAST(?2 AS timestamptz), CAST(t.date_limite + 1 AS timestamp) AT TIME ZONE 'Europe/Paris') AS depuis
        FROM tache t JOIN dossier d ON d.id = t.dossier_id
        WHERE t.date_limite < ?1 AND t.action NOT IN ('EMISSION', 'CORRECTION', 'ARCHIVAGE')),
      cibles AS (
        SELECT a.*, b.utilisateur_id, b.bureau_id AS titre_de, CAST(NULL AS integer) AS absent_id, 1 AS rang
        FROM attente a JOIN bureau_utilisateur b ON b.bureau_id = a.bureau_id AND b.role = 'PROPRIETAIRE'
        UNION ALL
        SELECT a.*, b.utilisateur_id, b.bureau_id, a.bureau_id, 2
        FROM attente a JOIN delegation g ON g.bureau_id = a.bureau_id AND g.periode @> CAST(?3 AS timestamptz)
          AND (g.dossiers_en_cours OR a.arrivee_le >= lower(g.periode))
          AND (g.type_id IS NULL OR g.type_id = a.type_id) AND (g.sous_type_id IS NULL OR g.sous_type_id = a.sous_type_id)
        JOIN bureau_utilisateur b ON b.bureau_id = g.delegue_id AND b.role = 'PROPRIETAIRE')
      INSERT INTO message (collectivite_id, destinataire_id, adresse, dossier_id, nature, charge, cree_le)
      SELECT DISTINCT ON (c.utilisateur_id, c.etape_id) c.collectivite_id, u.id, coalesce(nullif(p.valeur ->> 'adresse', ''), u.courriel), c.dossier_id, 'RETARD',
        jsonb_strip_nulls(jsonb_build_object('bureau', c.titre_de, 'absent', c.absent_id, 'etape', c.etape_id, 'action', c.action)), CAST(?3 AS timestamptz)
      FROM cibles c JOIN utilisateur u ON u.id = c.utilisateur_id AND u.collectivite_id = c.collectivite_id AND u.actif AND u.notification <> 'JAMAIS'
      JOIN bureau x ON x.id = c.titre_de AND x.actif
      LEFT JOIN preference p ON p.utilisateur_id = u.id AND p.cle = 'notification'
      WHERE coalesce(CAST(p.valeur ->> 'retards' AS boolean), true) AND u.courriel <> ''
        AND (c.visibilite <> 'CONFIDENTIEL' OR coalesce(CAST(p.valeur ->> 'confidentiels' AS boolean), true))
        AND NOT EXISTS (SELECT 1 FROM compte_technique k WHERE k.utilisateur_id = u.id)
        AND NOT EXISTS (SELECT 1 FROM message m WHERE m.dossier_id = c.dossier_id AND m.destinataire_id = u.id AND m.nature = 'RETARD'
          AND CAST(m.charge ->> 'etape' AS bigint) = c.etape_id AND m.cree_le >= c.depuis)
      ORDER BY c.utilisateur_id, c.etape_id, c.rang
      """;

  private final EntityManager em;
  private final Transactions transactions;
  private final Horloge horloge;

  @Inject
  public Rappels(EntityManager em, Transactions transactions, Horloge horloge) {
    this.em = em;
    this.transactions = transactions;
    this.horloge = horloge;
  }

  @Override
  public String genre() {
    return GENRE;
  }

  @Override
  public void executer(Travail travail) {
    rappeler();
  }

  /** Écrit les rappels de retard qui ne l’ont pas été cette semaine. Rend leur nombre. */
  public int rappeler() {
    LocalDate jour = horloge.aujourdhui();
    Instant lundi =
        jour.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .atStartOfDay(Horloge.ZONE)
            .toInstant();
    return transactions.nouvelle(
        () ->
            em.createNativeQuery(RETARDS)
                .setParameter(1, Date.valueOf(jour))
                .setParameter(2, Timestamp.from(lundi))
                .setParameter(3, Timestamp.from(horloge.maintenant()))
                .executeUpdate());
  }

  /** Efface les messages partis depuis longtemps et ceux qui n’apprendraient plus rien. */
  public int effacer() {
    return transactions.nouvelle(
        () -> {
          Timestamp perimes = ilYA(PERIMES);
          em.createNativeQuery(
                  "DELETE FROM travail WHERE genre = 'courriel' AND mort_le IS NULL AND cree_le < ?1")
              .setParameter(1, perimes)
              .executeUpdate();
          return em.createNativeQuery(
                  "DELETE FROM message WHERE envoye_le < ?1 OR envoye_le IS NULL AND cree_le < ?2")
              .setParameter(1, ilYA(PARTIS))
              .setParameter(2, perimes)
              .executeUpdate();
        });
  }

  private Timestamp ilYA(Period duree) {
    return Timestamp.from(horloge.maintenant().minus(duree));
  }
}
