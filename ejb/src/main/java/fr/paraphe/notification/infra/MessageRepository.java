package fr.paraphe.notification.infra;

import fr.paraphe.dossier.FaitsDossier;
import fr.paraphe.dossier.NatureFait;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;

/** La table {@code message} : ce qui doit être dit, à qui. */
@Dependent
public class MessageRepository {

  /**
   * Les personnes à avertir, une fois chacune et du plus important : celles des bureaux où le
   * dossier vient d’arriver, leurs secrétaires, leurs délégués, celles à qui il a été repris, les
   * bureaux notifiés et ceux qui suivent. Qui veut être averti à chaque fois a aussitôt son travail
   * d’envoi ; pour les autres le message attend son récapitulatif ({@code regroupe_le} vide).
   */
  private static final String ANNONCER =
      """
      WITH d AS (SELECT id, visibilite, courriel_emetteur FROM dossier WHERE id = ?1 AND collectivite_id = ?2),
      attente AS (
        SELECT t.etape_id, t.bureau_id, t.action, t.type_id, t.sous_type_id, t.arrivee_le,
          CASE t.action WHEN 'CORRECTION' THEN 'REJET' WHEN 'ARCHIVAGE' THEN 'FIN' ELSE 'ARRIVEE' END AS nature
        FROM tache t JOIN sous_type s ON s.id = t.sous_type_id
        WHERE t.dossier_id = ?1 AND t.arrivee_le = ?4 AND t.action <> 'EMISSION'
          AND NOT (t.action = 'CACHET' AND s.cachet_automatique)),
      cibles (rang, utilisateur_id, bureau_id, absent_id, nature, etape_id, action) AS (
        SELECT CASE b.role WHEN 'PROPRIETAIRE' THEN 1 ELSE 2 END, b.utilisateur_id, b.bureau_id, CAST(NULL AS integer), a.nature, a.etape_id, a.action
        FROM attente a JOIN bureau_utilisateur b ON b.bureau_id = a.bureau_id AND b.role IN ('PROPRIETAIRE', 'SECRETAIRE')
        UNION ALL
        SELECT 3, b.utilisateur_id, b.bureau_id, a.bureau_id, a.nature, a.etape_id, a.action
        FROM attente a JOIN delegation g ON g.bureau_id = a.bureau_id AND g.periode @> CAST(?4 AS timestamptz)
          AND (g.type_id IS NULL OR g.type_id = a.type_id) AND (g.sous_type_id IS NULL OR g.sous_type_id = a.sous_type_id)
        JOIN bureau_utilisateur b ON b.bureau_id = g.delegue_id AND b.role = 'PROPRIETAIRE'
        UNION ALL
        SELECT 4, m.destinataire_id, CAST(m.charge ->> 'bureau' AS integer), CAST(m.charge ->> 'absent' AS integer), 'REMORD', e.id, e.action
        FROM message m JOIN etape e ON e.id = CAST(m.charge ->> 'etape' AS bigint)
        WHERE ?7 AND m.dossier_id = ?1 AND m.nature = 'ARRIVEE' AND e.dossier_id = ?1 AND e.decidee_le IS NULL
          AND NOT EXISTS (SELECT 1 FROM tache t WHERE t.etape_id = e.id)
        UNION ALL
        SELECT 5, b.utilisateur_id, b.bureau_id, NULL, CASE WHEN s.motif = 'NOTIFIE' AND s.depuis >= ?4 THEN 'NOTIFIE' ELSE 'SUIVI' END, NULL, NULL
        FROM dossier_bureau s JOIN bureau_utilisateur b ON b.bureau_id = s.bureau_id AND b.role = 'PROPRIETAIRE'
        WHERE s.dossier_id = ?1 AND (s.motif = 'SUIVI' OR s.motif = 'NOTIFIE' AND (?8 OR s.depuis >= ?4))),
      retenus AS (
        SELECT DISTINCT ON (c.utilisateur_id) c.*, u.notification = 'CHAQUE' AS chaque,
          coalesce(nullif(p.valeur ->> 'adresse', ''), u.courriel) AS adresse
        FROM d CROSS JOIN cibles c
        JOIN utilisateur u ON u.id = c.utilisateur_id AND u.collectivite_id = ?2 AND u.actif AND u.notification <> 'JAMAIS'
        JOIN bureau x ON x.id = c.bureau_id AND x.actif
        LEFT JOIN preference p ON p.utilisateur_id = u.id AND p.cle = 'notification'
        WHERE u.id <> ?3 AND NOT EXISTS (SELECT 1 FROM compte_technique k WHERE k.utilisateur_id = u.id)
          AND (d.visibilite <> 'CONFIDENTIEL' OR coalesce(CAST(p.valeur ->> 'confidentiels' AS boolean), true))
          AND (c.nature <> 'SUIVI' OR coalesce(CAST(p.valeur ->> 'suivis' AS boolean), true))
        ORDER BY c.utilisateur_id, c.rang),
      ecrits AS (
        INSERT INTO message (collectivite_id, destinataire_id, adresse, dossier_id, nature, charge, cree_le, regroupe_le)
        SELECT CAST(?2 AS integer), r.utilisateur_id, r.adresse, CAST(?1 AS bigint), r.nature,
          jsonb_strip_nulls(jsonb_build_object('acteur', CAST(?5 AS text), 'acte', CAST(?6 AS text), 'decidee', CAST(?9 AS bigint),
            'bureau', r.bureau_id, 'absent', r.absent_id, 'etape', r.etape_id, 'action', r.action)),
          CAST(?4 AS timestamptz), CASE WHEN r.chaque THEN CAST(?4 AS timestamptz) END
        FROM retenus r WHERE r.adresse <> ''
        UNION ALL
        SELECT CAST(?2 AS integer), NULL, d.courriel_emetteur, d.id, a.nature,
          jsonb_build_object('acteur', CAST(?5 AS text), 'acte', CAST(?6 AS text), 'decidee', CAST(?9 AS bigint),
            'bureau', a.bureau_id, 'etape', a.etape_id, 'action', a.action),
          CAST(?4 AS timestamptz), CAST(?4 AS timestamptz)
        FROM d JOIN attente a ON a.nature IN ('REJET', 'FIN')
        WHERE d.courriel_emetteur <> ''
          AND NOT EXISTS (SELECT 1 FROM retenus r WHERE lower(r.adresse) = lower(d.courriel_emetteur))
        RETURNING id, collectivite_id, dossier_id, regroupe_le)
      INSERT INTO travail (genre, collectivite_id, dossier_id, charge, prevu_le, cree_le)
      SELECT 'courriel', e.collectivite_id, e.dossier_id, jsonb_build_object('messages', jsonb_build_array(e.id)), e.regroupe_le, e.regroupe_le
      FROM ecrits e WHERE e.regroupe_le IS NOT NULL
      """;

  private final EntityManager em;

  @Inject
  public MessageRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * Écrit ce que cet acte apprend à d’autres.
   *
   * @param acte la ligne qui dit ce qui a été fait
   * @param issue vrai si le dossier est rejeté ou a fini son circuit
   */
  public void annoncer(FaitsDossier faits, FaitsDossier.Ligne acte, boolean issue) {
    em.createNativeQuery(ANNONCER)
        .setParameter(1, faits.dossier())
        .setParameter(2, faits.collectivite().valeur())
        .setParameter(3, acte.acteur().valeur())
        .setParameter(4, Timestamp.from(acte.instant()))
        .setParameter(5, acte.acteurNom())
        .setParameter(6, acte.nature().name())
        .setParameter(7, acte.nature() == NatureFait.REMORD)
        .setParameter(8, issue)
        .setParameter(9, acte.etape())
        .executeUpdate();
  }
}
