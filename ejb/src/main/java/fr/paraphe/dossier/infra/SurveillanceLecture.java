package fr.paraphe.dossier.infra;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.CritereSurveillance;
import fr.paraphe.dossier.DossierSurveille;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Lot;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Les dossiers en circulation d’une collectivité : jamais l’archive. */
@Dependent
public class SurveillanceLecture {

  /** D’une étape parallèle, le premier créneau qui attend porte la ligne. */
  private static final String PORTEE =
      """
      FROM tache t JOIN dossier d ON d.id = t.dossier_id JOIN type_dossier y ON y.id = t.type_id
      WHERE t.collectivite_id = ?1
        AND NOT EXISTS (SELECT 1 FROM tache p WHERE p.dossier_id = t.dossier_id AND p.creneau < t.creneau)""";

  private static final String LIGNES =
      """
      SELECT l.identifiant, CASE WHEN l.visibilite = 'CONFIDENTIEL' THEN '' ELSE l.titre END, l.type, s.nom, l.action, b.nom_court,
        (SELECT count(*) FROM tache p WHERE p.dossier_id = l.dossier_id) - 1, e.nom_court AS emetteur, l.cree_le, l.arrivee_le,
        l.date_limite, (SELECT count(*) %1$s)
      FROM (SELECT d.identifiant, d.visibilite, d.titre, y.nom AS type, t.dossier_id, t.sous_type_id, t.action, t.bureau_id,
          t.bureau_emetteur_id, d.cree_le, t.arrivee_le, t.date_limite
        %1$s ORDER BY t.arrivee_le, t.dossier_id LIMIT ?8 OFFSET ?9) l
      JOIN sous_type s ON s.id = l.sous_type_id JOIN bureau b ON b.id = l.bureau_id JOIN bureau e ON e.id = l.bureau_emetteur_id
      ORDER BY l.arrivee_le, l.dossier_id
      """;

  private final EntityManager em;
  private final Horloge horloge;

  @Inject
  public SurveillanceLecture(EntityManager em, Horloge horloge) {
    this.em = em;
    this.horloge = horloge;
  }

  /**
   * Les plus anciens à leur étape d’abord.
   *
   * @param portee les bureaux où le dossier doit attendre ou d’où il doit venir ; vide : tous
   */
  public Lot<DossierSurveille> chercher(
      CollectiviteId collectivite, Optional<Set<BureauId>> portee, CritereSurveillance critere) {
    String sql = LIGNES.formatted(PORTEE + conditions(portee, critere));
    Query requete = em.createNativeQuery(sql).setParameter(1, collectivite.valeur());
    lier(requete, portee, critere);
    List<?> lignes =
        requete
            .setParameter(8, critere.tranche().taille())
            .setParameter(9, critere.tranche().debut())
            .getResultList();
    LocalDate aujourdhui = horloge.aujourdhui();
    long total = lignes.isEmpty() ? 0 : ((Number) ((Object[]) lignes.get(0))[11]).longValue();
    return new Lot<>(lignes.stream().map(l -> ligne((Object[]) l, aujourdhui)).toList(), total);
  }

  /** Que des fragments écrits ici ; toute valeur est un paramètre. */
  private static String conditions(Optional<Set<BureauId>> portee, CritereSurveillance critere) {
    StringBuilder sql = new StringBuilder();
    portee.ifPresent(
        p -> sql.append(" AND (t.bureau_id = ANY(?2) OR t.bureau_emetteur_id = ANY(?2))"));
    if (!critere.texte().isEmpty()) {
      sql.append(
          " AND (d.visibilite <> 'CONFIDENTIEL' AND normalise(d.titre) LIKE normalise(?3) ESCAPE '!'"
              + " OR normalise(d.identifiant) LIKE normalise(?3) ESCAPE '!')");
    }
    if (!critere.type().isEmpty()) {
      sql.append(" AND lower(y.nom) = lower(?4)");
    }
    critere.bureau().ifPresent(b -> sql.append(" AND t.bureau_id = ?5"));
    critere.immobileDepuis().ifPresent(j -> sql.append(" AND t.arrivee_le <= ?6"));
    if (critere.enRetardSeuls()) {
      sql.append(
          " AND t.date_limite < ?7 AND t.action NOT IN ('EMISSION','CORRECTION','ARCHIVAGE')");
    }
    return sql.toString();
  }

  private void lier(Query requete, Optional<Set<BureauId>> portee, CritereSurveillance critere) {
    portee.ifPresent(
        p -> requete.setParameter(2, p.stream().map(BureauId::valeur).toArray(Integer[]::new)));
    if (!critere.texte().isEmpty()) {
      requete.setParameter(3, "%" + critere.texte().replaceAll("[!%_]", "!$0") + "%");
    }
    if (!critere.type().isEmpty()) {
      requete.setParameter(4, critere.type());
    }
    critere.bureau().ifPresent(b -> requete.setParameter(5, b.valeur()));
    critere
        .immobileDepuis()
        .ifPresent(
            j ->
                requete.setParameter(
                    6, Timestamp.from(horloge.maintenant().minus(Duration.ofDays(j)))));
    if (critere.enRetardSeuls()) {
      requete.setParameter(7, Date.valueOf(horloge.aujourdhui()));
    }
  }

  private static DossierSurveille ligne(Object[] c, LocalDate aujourdhui) {
    LocalDate limite = c[10] == null ? null : ((Date) c[10]).toLocalDate();
    ActionDemandee action = ActionDemandee.valueOf((String) c[4]);
    return new DossierSurveille(
        new IdentifiantDossier((String) c[0]),
        (String) c[1],
        (String) c[2],
        (String) c[3],
        action,
        (String) c[5],
        ((Number) c[6]).intValue(),
        (String) c[7],
        ((Timestamp) c[8]).toInstant(),
        ((Timestamp) c[9]).toInstant(),
        limite,
        action.aTraiter() ? CorbeilleLecture.joursRetard(limite, aujourdhui) : 0);
  }
}
