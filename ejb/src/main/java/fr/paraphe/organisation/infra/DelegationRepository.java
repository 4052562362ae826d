package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.DelegationVue;
import fr.paraphe.organisation.EtatDelegation;
import fr.paraphe.organisation.PoserDelegation;
import fr.paraphe.organisation.Proposition;
import fr.paraphe.organisation.UtilisateurId;
import fr.paraphe.organisation.modele.Periode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Les délégations d’une collectivité. Une ligne posée n’est jamais réécrite, seulement écourtée.
 */
@Dependent
public class DelegationRepository {

  private static final String LISTER =
      """
      SELECT d.id, b.titre, g.titre, lower(d.periode), upper(d.periode), d.dossiers_en_cours,
        coalesce(t.nom, '') || coalesce(' › ' || s.nom, '')
      FROM delegation d JOIN bureau b ON b.id = d.bureau_id JOIN bureau g ON g.id = d.delegue_id
      LEFT JOIN type_dossier t ON t.id = d.type_id LEFT JOIN sous_type s ON s.id = d.sous_type_id
      WHERE d.collectivite_id = ?1 AND d.%s = ?2 ORDER BY lower(d.periode) DESC NULLS LAST, d.id DESC LIMIT 100
      """;

  private static final String POSER =
      """
      INSERT INTO delegation (id, collectivite_id, bureau_id, delegue_id, periode, dossiers_en_cours, type_id, sous_type_id, creee_par, creee_le)
      VALUES (nextval('seq_organisation'), ?1, ?2, ?3, tstzrange(CAST(?4 AS timestamptz), CAST(?5 AS timestamptz)), ?6,
        CAST(?7 AS integer), CAST(?8 AS integer), ?9, ?10)
      """;

  private static final String BOUCLE =
      """
      WITH RECURSIVE suite(bureau, periode) AS (
        SELECT CAST(?1 AS integer), tstzrange(CAST(?3 AS timestamptz), CAST(?4 AS timestamptz))
        UNION SELECT d.delegue_id, d.periode * s.periode FROM delegation d JOIN suite s ON d.bureau_id = s.bureau AND d.periode && s.periode
        WHERE (d.type_id IS NULL OR CAST(?5 AS integer) IS NULL OR (d.type_id = CAST(?5 AS integer)
          AND (d.sous_type_id IS NULL OR CAST(?6 AS integer) IS NULL OR d.sous_type_id = CAST(?6 AS integer)))))
      SELECT 1 FROM suite WHERE bureau = CAST(?2 AS integer) LIMIT 1
      """;

  private static final String CHEVAUCHE =
      """
      SELECT g.titre FROM delegation d JOIN bureau g ON g.id = d.delegue_id
      WHERE d.bureau_id = ?1 AND d.periode && tstzrange(CAST(?2 AS timestamptz), CAST(?3 AS timestamptz))
        AND coalesce(d.type_id, 0) = coalesce(CAST(?4 AS integer), 0) AND coalesce(d.sous_type_id, 0) = coalesce(CAST(?5 AS integer), 0) LIMIT 1
      """;

  private static final String CIBLES =
      """
      SELECT CAST(b.id AS text), b.titre FROM bureau_associe a JOIN bureau b ON b.id = a.associe_id AND b.actif
      WHERE a.collectivite_id = ?1 AND a.bureau_id = ?2 ORDER BY b.titre, b.id
      """;

  private static final String PORTEES =
      """
      SELECT CAST(t.id AS text), t.nom FROM type_dossier t WHERE t.collectivite_id = ?1
      UNION ALL SELECT t.id || '-' || s.id, t.nom || ' › ' || s.nom FROM sous_type s JOIN type_dossier t ON t.id = s.type_id
      WHERE s.collectivite_id = ?1 ORDER BY 2
      """;

  private final EntityManager em;

  @Inject
  public DelegationRepository(EntityManager em) {
    this.em = em;
  }

  public List<DelegationVue> donnees(CollectiviteId collectivite, int bureau, Instant maintenant) {
    return lister("bureau_id", collectivite, bureau, maintenant);
  }

  public List<DelegationVue> recues(CollectiviteId collectivite, int bureau, Instant maintenant) {
    return lister("delegue_id", collectivite, bureau, maintenant);
  }

  /** La colonne est un mot à nous. */
  private List<DelegationVue> lister(
      String colonne, CollectiviteId collectivite, int bureau, Instant maintenant) {
    List<DelegationVue> vues = new ArrayList<>();
    for (Object ligne :
        em.createNativeQuery(LISTER.formatted(colonne))
            .setParameter(1, collectivite.valeur())
            .setParameter(2, bureau)
            .getResultList()) {
      vues.add(vue((Object[]) ligne, maintenant));
    }
    return vues;
  }

  private static DelegationVue vue(Object[] c, Instant maintenant) {
    Periode periode = new Periode(instant(c[3]), instant(c[4]));
    return new DelegationVue(
        ((Number) c[0]).intValue(),
        (String) c[1],
        (String) c[2],
        periode.du(),
        periode.au(),
        (Boolean) c[5],
        (String) c[6],
        etat(periode, maintenant));
  }

  private static EtatDelegation etat(Periode periode, Instant maintenant) {
    if (periode.debut() != null && periode.debut().isAfter(maintenant)) {
      return EtatDelegation.A_VENIR;
    }
    boolean passee = periode.fin() != null && !periode.fin().isAfter(maintenant);
    return passee ? EtatDelegation.PASSEE : EtatDelegation.ACTIVE;
  }

  private static Instant instant(Object instant) {
    return instant == null ? null : ((Timestamp) instant).toInstant();
  }

  /** Deux délégations croisées, posées ensemble, ne peuvent pas faire une boucle à elles deux. */
  public void verrouiller(CollectiviteId collectivite) {
    em.createNativeQuery("SELECT CAST(pg_advisory_xact_lock(8102, ?1) AS text)")
        .setParameter(1, collectivite.valeur())
        .getSingleResult();
  }

  public boolean boucle(PoserDelegation d, Periode p) {
    return !em.createNativeQuery(BOUCLE)
        .setParameter(1, d.delegue().valeur())
        .setParameter(2, d.bureau().valeur())
        .setParameter(3, instantSql(p.debut()))
        .setParameter(4, instantSql(p.fin()))
        .setParameter(5, d.type().orElse(null))
        .setParameter(6, d.sousType().orElse(null))
        .getResultList()
        .isEmpty();
  }

  /** Le délégué déjà nommé pour une part de cette période et la même portée. */
  public Optional<String> dejaNomme(PoserDelegation d, Periode p) {
    List<?> titres =
        em.createNativeQuery(CHEVAUCHE)
            .setParameter(1, d.bureau().valeur())
            .setParameter(2, instantSql(p.debut()))
            .setParameter(3, instantSql(p.fin()))
            .setParameter(4, d.type().orElse(null))
            .setParameter(5, d.sousType().orElse(null))
            .getResultList();
    return titres.stream().map(String.class::cast).findFirst();
  }

  public void poser(
      CollectiviteId collectivite,
      UtilisateurId auteur,
      PoserDelegation d,
      Periode p,
      Instant maintenant) {
    em.createNativeQuery(POSER)
        .setParameter(1, collectivite.valeur())
        .setParameter(2, d.bureau().valeur())
        .setParameter(3, d.delegue().valeur())
        .setParameter(4, instantSql(p.debut()))
        .setParameter(5, instantSql(p.fin()))
        .setParameter(6, d.dossiersEnCours())
        .setParameter(7, d.type().orElse(null))
        .setParameter(8, d.sousType().orElse(null))
        .setParameter(9, auteur.valeur())
        .setParameter(10, Timestamp.from(maintenant))
        .executeUpdate();
  }

  private static String instantSql(Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** Le bureau qui a posé cette délégation, dans la collectivité. */
  public Optional<Integer> bureau(CollectiviteId collectivite, int id) {
    List<?> lignes =
        em.createNativeQuery(
                "SELECT bureau_id FROM delegation WHERE collectivite_id = ?1 AND id = ?2 FOR UPDATE")
            .setParameter(1, collectivite.valeur())
            .setParameter(2, id)
            .getResultList();
    return lignes.stream().map(l -> ((Number) l).intValue()).findFirst();
  }

  /** Ôte une délégation qui n’a pas commencé. */
  public void oter(int id) {
    em.createNativeQuery("DELETE FROM delegation WHERE id = ?1")
        .setParameter(1, id)
        .executeUpdate();
  }

  /** Arrête maintenant une délégation en cours : ce qui a été fait par elle reste. */
  public void arreter(int id, Instant maintenant) {
    em.createNativeQuery(
            "UPDATE delegation SET periode = tstzrange(lower(periode), CAST(?2 AS timestamptz)), version = version + 1 WHERE id = ?1")
        .setParameter(1, id)
        .setParameter(2, instantSql(maintenant))
        .executeUpdate();
  }

  public List<Proposition> cibles(CollectiviteId collectivite, int bureau) {
    return propositions(em.createNativeQuery(CIBLES).setParameter(2, bureau), collectivite);
  }

  public List<Proposition> portees(CollectiviteId collectivite) {
    return propositions(em.createNativeQuery(PORTEES), collectivite);
  }

  private static List<Proposition> propositions(Query requete, CollectiviteId collectivite) {
    List<Proposition> propositions = new ArrayList<>();
    for (Object ligne : requete.setParameter(1, collectivite.valeur()).getResultList()) {
      Object[] c = (Object[]) ligne;
      propositions.add(new Proposition((String) c[0], (String) c[1]));
    }
    return propositions;
  }
}
