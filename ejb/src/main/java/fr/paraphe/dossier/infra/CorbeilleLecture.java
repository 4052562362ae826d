package fr.paraphe.dossier.infra;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.DemandeCorbeille;
import fr.paraphe.dossier.DossierResume;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Situation;
import fr.paraphe.dossier.Tri;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Lot;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Les bannettes. On trie et on coupe sur {@code tache} seule, puis on joint le dossier pour les
 * lignes de la tranche : c’est la jointure de tout le bureau qui coûterait (data.md §2b).
 */
@Dependent
public class CorbeilleLecture {

  private static final String A_TRAITER =
      "t.bureau_id = ?1 AND t.action NOT IN ('EMISSION','CORRECTION','ARCHIVAGE')";

  /** De plusieurs bureaux qui attendent ensemble, le dossier ne compte qu’une fois. */
  private static final String UNE_FOIS =
      "NOT EXISTS (SELECT 1 FROM tache p WHERE p.dossier_id = t.dossier_id AND p.creneau < t.creneau) AND ";

  private static final Map<Bannette, String> BANNETTES = new EnumMap<>(Bannette.class);
  private static final Map<Tri, String> TRIS = new EnumMap<>(Tri.class);

  static {
    BANNETTES.put(Bannette.A_TRAITER, A_TRAITER);
    BANNETTES.put(Bannette.EN_RETARD, A_TRAITER + " AND t.date_limite < ?2");
    BANNETTES.put(Bannette.RETOURNES, "t.bureau_id = ?1 AND t.action = 'CORRECTION'");
    BANNETTES.put(Bannette.A_TRANSMETTRE, "t.bureau_id = ?1 AND t.action = 'EMISSION'");
    BANNETTES.put(Bannette.FIN_DE_PARCOURS, "t.bureau_id = ?1 AND t.action = 'ARCHIVAGE'");
    BANNETTES.put(
        Bannette.DELEGUES,
        """
        t.action <> 'EMISSION' AND EXISTS (SELECT 1 FROM delegation d
          WHERE d.delegue_id = ?1 AND d.bureau_id = t.bureau_id AND d.periode @> CAST(?3 AS timestamptz)
          AND (d.dossiers_en_cours OR t.arrivee_le >= lower(d.periode))
          AND (d.type_id IS NULL OR t.type_id = d.type_id) AND (d.sous_type_id IS NULL OR t.sous_type_id = d.sous_type_id))
          AND t.bureau_id IN (SELECT bureau_id FROM delegation WHERE delegue_id = ?1)
        """);
    BANNETTES.put(
        Bannette.RECUPERABLES,
        UNE_FOIS
            + """
        NOT t.lue AND t.action NOT IN ('EMISSION','CORRECTION','ARCHIVAGE') AND t.dossier_id IN (
          SELECT e.dossier_id FROM etape e WHERE e.bureau_id = ?1 AND NOT e.cloturee AND e.decision IN ('EMIS','VISE')
          AND NOT EXISTS (SELECT 1 FROM etape s WHERE s.dossier_id = e.dossier_id AND s.rang > e.rang AND s.decision IS NOT NULL))
        """);
    BANNETTES.put(
        Bannette.EN_COURS,
        UNE_FOIS
            + """
        t.action NOT IN ('EMISSION','CORRECTION','ARCHIVAGE') AND t.dossier_id IN (
          SELECT id FROM dossier WHERE bureau_emetteur_id = ?1 AND clos_le IS NULL)
        """);
    BANNETTES.put(
        Bannette.TRAITES,
        UNE_FOIS
            + """
        t.dossier_id IN (SELECT e.dossier_id FROM etape e WHERE e.bureau_id = ?1 AND NOT e.cloturee
          AND e.decision IS NOT NULL AND e.decision NOT IN ('EMIS','SANS_OBJET'))
        """);
    TRIS.put(Tri.DATE_LIMITE, "t.date_limite %s NULLS LAST, t.arrivee_le, t.dossier_id");
    TRIS.put(Tri.ARRIVEE, "t.arrivee_le %s, t.dossier_id %s");
    TRIS.put(Tri.CREATION, "t.dossier_id %s");
    TRIS.put(Tri.TITRE, "t.titre_tri COLLATE \"C\" %s, t.dossier_id");
    TRIS.put(Tri.TYPE, "t.type_id %s, t.sous_type_id %s, t.dossier_id");
    TRIS.put(Tri.BUREAU_EMETTEUR, "t.bureau_emetteur_id %s, t.dossier_id");
  }

  private static final String LIGNES =
      """
      SELECT d.identifiant, d.titre, y.nom, s.nom AS sous_type, t.action, t.bureau_id, b.nom_court, e.nom_court AS emetteur,
        t.arrivee_le, d.cree_le, t.date_limite, t.lue, (SELECT count(*) FROM tache t WHERE %2$s)
      FROM (SELECT t.*, row_number() OVER (ORDER BY %1$s) AS ordre FROM tache t WHERE %2$s
            ORDER BY ordre LIMIT ?4 OFFSET ?5) t
      JOIN dossier d ON d.id = t.dossier_id JOIN type_dossier y ON y.id = t.type_id JOIN sous_type s ON s.id = t.sous_type_id
      JOIN bureau b ON b.id = t.bureau_id JOIN bureau e ON e.id = t.bureau_emetteur_id
      ORDER BY t.ordre
      """;

  private static final String SITUATION =
      """
      WITH liste AS (SELECT t.dossier_id, row_number() OVER ordre AS place, count(*) OVER () AS total,
          lag(t.dossier_id) OVER ordre AS avant, lead(t.dossier_id) OVER ordre AS apres,
          first_value(t.dossier_id) OVER ordre AS premier
        FROM tache t WHERE %2$s WINDOW ordre AS (ORDER BY %1$s))
      SELECT l.place, l.total, a.identifiant, s.identifiant AS suivant FROM liste l
      LEFT JOIN dossier a ON a.id = l.avant
      LEFT JOIN dossier s ON s.id = coalesce(l.apres, nullif(l.premier, l.dossier_id))
      WHERE l.dossier_id IN (SELECT id FROM dossier WHERE identifiant = ?4 AND clos_le IS NULL)
      """;

  private final EntityManager em;
  private final Horloge horloge;

  @Inject
  public CorbeilleLecture(EntityManager em, Horloge horloge) {
    this.em = em;
    this.horloge = horloge;
  }

  public Lot<DossierResume> lire(DemandeCorbeille demande) {
    List<?> lignes =
        lier(demande, LIGNES.formatted(tri(demande), condition(demande)))
            .setParameter(4, demande.tranche().taille())
            .setParameter(5, demande.tranche().debut())
            .getResultList();
    LocalDate aujourdhui = horloge.aujourdhui();
    return new Lot<>(
        lignes.stream().map(l -> resume((Object[]) l, aujourdhui)).toList(),
        lignes.isEmpty() ? total(demande) : ((Number) ((Object[]) lignes.get(0))[12]).longValue());
  }

  /** Le compte des lignes, quand la tranche demandée n’en a aucune pour le porter. */
  private long total(DemandeCorbeille demande) {
    if (demande.tranche().debut() == 0) {
      return 0;
    }
    Query compte = lier(demande, "SELECT count(*) FROM tache t WHERE " + condition(demande));
    return ((Number) compte.getSingleResult()).longValue();
  }

  public Optional<Situation> situer(DemandeCorbeille demande, IdentifiantDossier courant) {
    List<?> lignes =
        lier(demande, SITUATION.formatted(tri(demande), condition(demande)))
            .setParameter(4, courant.valeur())
            .getResultList();
    return lignes.stream().findFirst().map(l -> situation((Object[]) l));
  }

  private static Situation situation(Object[] c) {
    return new Situation(
        ((Number) c[0]).longValue(),
        ((Number) c[1]).longValue(),
        identifiant(c[2]),
        identifiant(c[3]));
  }

  private static Optional<IdentifiantDossier> identifiant(Object colonne) {
    return Optional.ofNullable((String) colonne).map(IdentifiantDossier::new);
  }

  private static String tri(DemandeCorbeille demande) {
    return TRIS.get(demande.tri()).replace("%s", demande.decroissant() ? "DESC" : "ASC");
  }

  /**
   * La condition ne contient que des fragments écrits ici ; toute valeur venue de l’appelant est un
   * paramètre.
   */
  private static String condition(DemandeCorbeille demande) {
    StringBuilder sql = new StringBuilder(BANNETTES.get(demande.bannette()));
    if (demande.nonLusSeuls()) {
      sql.append(" AND NOT t.lue");
    }
    if (demande.enRetardSeuls()) {
      sql.append(" AND t.date_limite < ?2");
    }
    if (demande.action() != null) {
      sql.append(" AND t.action = ?6");
    }
    if (!demande.texte().isBlank()) {
      sql.append(
          " AND EXISTS (SELECT 1 FROM dossier f WHERE f.id = t.dossier_id AND normalise(f.titre) LIKE normalise(?7) ESCAPE '!')");
    }
    return sql.toString();
  }

  private Query lier(DemandeCorbeille demande, String sql) {
    Query requete = em.createNativeQuery(sql).setParameter(1, demande.bureau().valeur());
    if (sql.contains("?2")) {
      requete.setParameter(2, Date.valueOf(horloge.aujourdhui()));
    }
    if (sql.contains("?3")) {
      requete.setParameter(3, Timestamp.from(horloge.maintenant()));
    }
    if (demande.action() != null) {
      requete.setParameter(6, demande.action().name());
    }
    if (!demande.texte().isBlank()) {
      requete.setParameter(7, "%" + demande.texte().strip().replaceAll("[!%_]", "!$0") + "%");
    }
    return requete;
  }

  private static DossierResume resume(Object[] c, LocalDate aujourdhui) {
    LocalDate limite = c[10] == null ? null : ((Date) c[10]).toLocalDate();
    ActionDemandee action = ActionDemandee.valueOf((String) c[4]);
    return new DossierResume(
        new IdentifiantDossier((String) c[0]),
        (String) c[1],
        (String) c[2],
        (String) c[3],
        action,
        new BureauId(((Number) c[5]).intValue()),
        (String) c[6],
        (String) c[7],
        ((Timestamp) c[8]).toInstant(),
        ((Timestamp) c[9]).toInstant(),
        limite,
        action.aTraiter() ? joursRetard(limite, aujourdhui) : 0,
        (Boolean) c[11]);
  }

  static long joursRetard(LocalDate limite, LocalDate aujourdhui) {
    return limite == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(limite, aujourdhui));
  }
}
