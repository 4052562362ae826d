package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.DelegationActive;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.organisation.RoleUtilisateur;
import fr.paraphe.organisation.UtilisateurId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lit un acteur en une requête indexée : le compte, ses bureaux, ses délégations. */
@Dependent
public class LectureActeur {

  /**
   * Une ligne par rôle de bureau, par délégation en cours et, sans rôle ni délégation, par bureau
   * que les siens dirigent ; une seule s’il n’en a aucun.
   */
  private static final String ACTEUR =
      """
      SELECT u.id, u.collectivite_id, u.identifiant || '@' || c.domaine, u.prenom, u.nom, u.role, t.bureau_id,
        l.bureau, l.role, l.delegation, l.delegue, l.depuis, l.dossiers_en_cours, l.type_id, l.sous_type_id
      FROM utilisateur u JOIN collectivite c ON c.id = u.collectivite_id
      LEFT JOIN compte_technique t ON t.utilisateur_id = u.id
      LEFT JOIN LATERAL (
        SELECT b.bureau_id AS bureau, b.role, CAST(NULL AS integer) AS delegation, CAST(NULL AS integer) AS delegue, CAST(NULL AS timestamptz) AS depuis,
          CAST(NULL AS boolean) AS dossiers_en_cours, CAST(NULL AS integer) AS type_id, CAST(NULL AS integer) AS sous_type_id
        FROM bureau_utilisateur b JOIN bureau x ON x.id = b.bureau_id WHERE b.utilisateur_id = u.id AND x.actif
        UNION ALL
        SELECT d.bureau_id, NULL, d.id, d.delegue_id, lower(d.periode), d.dossiers_en_cours, d.type_id, d.sous_type_id
        FROM delegation d WHERE d.delegue_id IN (
          SELECT bureau_id FROM bureau_utilisateur WHERE utilisateur_id = u.id AND role = 'PROPRIETAIRE')
        AND d.periode @> CAST(?3 AS timestamptz)
        UNION ALL
        (WITH RECURSIVE diriges(id) AS (
          SELECT x.id FROM bureau x JOIN bureau_utilisateur s ON x.superieur_id = s.bureau_id
          JOIN bureau sien ON sien.id = s.bureau_id AND sien.actif
          WHERE s.utilisateur_id = u.id AND s.role = 'PROPRIETAIRE'
          UNION SELECT x.id FROM bureau x JOIN diriges d ON x.superieur_id = d.id)
        SELECT id, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM diriges)) l ON true
      WHERE lower(u.identifiant) = lower(?1) AND c.domaine = lower(?2) AND u.actif AND c.active
      """;

  private final EntityManager em;

  @Inject
  public LectureActeur(EntityManager em) {
    this.em = em;
  }

  /**
   * @param login forme {@code identifiant@domaine}
   */
  public Optional<Acteur> chercher(String login, Instant maintenant) {
    int arobase = login.lastIndexOf('@');
    if (arobase <= 0) {
      return Optional.empty();
    }
    List<?> lignes =
        em.createNativeQuery(ACTEUR)
            .setParameter(1, login.substring(0, arobase))
            .setParameter(2, login.substring(arobase + 1))
            .setParameter(3, Timestamp.from(maintenant))
            .getResultList();
    return lignes.isEmpty()
        ? Optional.empty()
        : Optional.of(acteur(lignes.stream().map(l -> (Object[]) l).toList()));
  }

  private static Acteur acteur(List<Object[]> lignes) {
    Object[] compte = lignes.get(0);
    return new Acteur(
        new UtilisateurId(entier(compte[0])),
        new CollectiviteId(entier(compte[1])),
        ((String) compte[2]).toLowerCase(java.util.Locale.ROOT),
        (String) compte[3],
        (String) compte[4],
        RoleUtilisateur.valueOf((String) compte[5]),
        bureaux(lignes),
        subordonnes(lignes),
        lignes.stream().filter(l -> l[9] != null).map(LectureActeur::delegation).toList(),
        Optional.ofNullable(compte[6]).map(b -> new BureauId(entier(b))));
  }

  private static Map<BureauId, Set<RoleBureau>> bureaux(List<Object[]> lignes) {
    return lignes.stream()
        .filter(l -> l[8] != null)
        .collect(
            Collectors.groupingBy(
                l -> new BureauId(entier(l[7])),
                Collectors.mapping(
                    l -> RoleBureau.valueOf((String) l[8]), Collectors.toUnmodifiableSet())));
  }

  private static Set<BureauId> subordonnes(List<Object[]> lignes) {
    return lignes.stream()
        .filter(l -> l[7] != null && l[8] == null && l[9] == null)
        .map(l -> new BureauId(entier(l[7])))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static DelegationActive delegation(Object[] c) {
    return new DelegationActive(
        entier(c[9]),
        new BureauId(entier(c[7])),
        new BureauId(entier(c[10])),
        c[11] == null ? null : ((Timestamp) c[11]).toInstant(),
        (Boolean) c[12],
        (Integer) c[13],
        (Integer) c[14]);
  }

  private static int entier(Object nombre) {
    return ((Number) nombre).intValue();
  }
}
