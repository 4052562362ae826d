package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.BureauAccueil;
import fr.paraphe.dossier.Pastilles;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.Horloge;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;

/**
 * Les tuiles de l’accueil : une requête, qui ne lit que ce qui attend (data.md §2a). Les compteurs
 * ne sont pas tenus : « en retard » change à minuit, « délégués » avec les dates.
 */
@Dependent
public class AccueilLecture {

  private static final String PASTILLES =
      """
      SELECT b.bureau_id, x.nom_court, x.titre, x.description, x.peut_creer,
        bool_or(b.role = 'PROPRIETAIRE') AS proprietaire,
        c.a_traiter, c.en_retard, c.retournes, c.a_transmettre, c.fin, v.delegues
      FROM bureau_utilisateur b JOIN bureau x ON x.id = b.bureau_id AND x.actif
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE t.action NOT IN ('EMISSION','CORRECTION','ARCHIVAGE')) AS a_traiter,
          count(*) FILTER (WHERE t.action NOT IN ('EMISSION','CORRECTION','ARCHIVAGE') AND t.date_limite < ?2) AS en_retard,
          count(*) FILTER (WHERE t.action = 'CORRECTION') AS retournes,
          count(*) FILTER (WHERE t.action = 'EMISSION') AS a_transmettre,
          count(*) FILTER (WHERE t.action = 'ARCHIVAGE') AS fin
        FROM tache t WHERE t.bureau_id = b.bureau_id) c
      CROSS JOIN LATERAL (
        SELECT count(*) AS delegues FROM delegation d JOIN tache t ON t.bureau_id = d.bureau_id
          AND t.action <> 'EMISSION'
        WHERE d.delegue_id = b.bureau_id AND d.periode @> CAST(?3 AS timestamptz)
          AND (d.dossiers_en_cours OR t.arrivee_le >= lower(d.periode))
          AND (d.type_id IS NULL OR t.type_id = d.type_id) AND (d.sous_type_id IS NULL OR t.sous_type_id = d.sous_type_id)) v
      WHERE b.utilisateur_id = ?1 AND b.role IN ('PROPRIETAIRE','SECRETAIRE')
      GROUP BY b.bureau_id, x.nom_court, x.titre, x.description, x.peut_creer,
        c.a_traiter, c.en_retard, c.retournes, c.a_transmettre, c.fin, v.delegues
      ORDER BY normalise(x.titre), b.bureau_id
      """;

  private final EntityManager em;
  private final Horloge horloge;

  @Inject
  public AccueilLecture(EntityManager em, Horloge horloge) {
    this.em = em;
    this.horloge = horloge;
  }

  public List<BureauAccueil> bureaux(Acteur acteur) {
    List<?> lignes =
        em.createNativeQuery(PASTILLES)
            .setParameter(1, acteur.id().valeur())
            .setParameter(2, Date.valueOf(horloge.aujourdhui()))
            .setParameter(3, Timestamp.from(horloge.maintenant()))
            .getResultList();
    return lignes.stream().map(l -> tuile((Object[]) l)).toList();
  }

  private static BureauAccueil tuile(Object[] c) {
    Pastilles pastilles =
        new Pastilles(
            nombre(c[6]), nombre(c[7]), nombre(c[8]), nombre(c[9]), nombre(c[10]), nombre(c[11]));
    return new BureauAccueil(
        new BureauId(((Number) c[0]).intValue()),
        (String) c[1],
        (String) c[2],
        (String) c[3],
        !(Boolean) c[5],
        (Boolean) c[4],
        pastilles);
  }

  private static long nombre(Object nombre) {
    return ((Number) nombre).longValue();
  }
}
