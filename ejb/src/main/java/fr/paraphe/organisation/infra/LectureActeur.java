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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lit un acteur en trois requêtes indexées au plus : le compte, ses bureaux, ses délégations. */
@Dependent
public class LectureActeur {

  private static final String COMPTE =
      """
      SELECT u.id, u.collectivite_id, u.identifiant || '@' || c.domaine, u.prenom, u.nom, u.role, t.bureau_id
      FROM utilisateur u JOIN collectivite c ON c.id = u.collectivite_id
      LEFT JOIN compte_technique t ON t.utilisateur_id = u.id
      WHERE lower(u.identifiant) = lower(?1) AND c.domaine = lower(?2) AND u.actif AND c.active
      """;

  private static final String BUREAUX =
      """
      SELECT b.bureau_id, b.role FROM bureau_utilisateur b JOIN bureau x ON x.id = b.bureau_id
      WHERE b.utilisateur_id = ?1 AND x.actif
      """;

  private static final String DELEGATIONS =
      """
      SELECT d.id, d.bureau_id, d.delegue_id, lower(d.periode), d.dossiers_en_cours, d.type_id, d.sous_type_id
      FROM delegation d WHERE d.delegue_id IN (
        SELECT bureau_id FROM bureau_utilisateur WHERE utilisateur_id = ?1 AND role = 'PROPRIETAIRE')
      AND d.periode @> CAST(?2 AS timestamptz)
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
    List<?> comptes =
        em.createNativeQuery(COMPTE)
            .setParameter(1, login.substring(0, arobase))
            .setParameter(2, login.substring(arobase + 1))
            .getResultList();
    return comptes.stream().findFirst().map(ligne -> acteur((Object[]) ligne, maintenant));
  }

  private Acteur acteur(Object[] compte, Instant maintenant) {
    int id = entier(compte[0]);
    return new Acteur(
        new UtilisateurId(id),
        new CollectiviteId(entier(compte[1])),
        ((String) compte[2]).toLowerCase(java.util.Locale.ROOT),
        (String) compte[3],
        (String) compte[4],
        RoleUtilisateur.valueOf((String) compte[5]),
        bureaux(id),
        delegations(id, maintenant),
        Optional.ofNullable(compte[6]).map(b -> new BureauId(entier(b))));
  }

  private Map<BureauId, Set<RoleBureau>> bureaux(int utilisateur) {
    Map<BureauId, Set<RoleBureau>> bureaux = new HashMap<>();
    for (Object ligne :
        em.createNativeQuery(BUREAUX).setParameter(1, utilisateur).getResultList()) {
      Object[] colonnes = (Object[]) ligne;
      bureaux
          .computeIfAbsent(new BureauId(entier(colonnes[0])), b -> EnumSet.noneOf(RoleBureau.class))
          .add(RoleBureau.valueOf((String) colonnes[1]));
    }
    return bureaux;
  }

  private List<DelegationActive> delegations(int utilisateur, Instant maintenant) {
    List<?> lignes =
        em.createNativeQuery(DELEGATIONS)
            .setParameter(1, utilisateur)
            .setParameter(2, Timestamp.from(maintenant))
            .getResultList();
    return lignes.stream().map(ligne -> delegation((Object[]) ligne)).toList();
  }

  private static DelegationActive delegation(Object[] c) {
    return new DelegationActive(
        entier(c[0]),
        new BureauId(entier(c[1])),
        new BureauId(entier(c[2])),
        c[3] == null ? null : ((Timestamp) c[3]).toInstant(),
        (Boolean) c[4],
        (Integer) c[5],
        (Integer) c[6]);
  }

  private static int entier(Object nombre) {
    return ((Number) nombre).intValue();
  }
}
