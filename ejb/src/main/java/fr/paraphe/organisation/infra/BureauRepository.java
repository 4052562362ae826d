package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.ActeurDeBureau;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.modele.Bureau;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Les bureaux d’une collectivité et ce qui leur est lié. */
@Dependent
public class BureauRepository {

  private final EntityManager em;

  @Inject
  public BureauRepository(EntityManager em) {
    this.em = em;
  }

  /** Un bureau de cette collectivité, seul. */
  public Optional<Bureau> lire(CollectiviteId collectivite, BureauId id) {
    return Optional.ofNullable(em.find(Bureau.class, id.valeur()))
        .filter(b -> b.collectiviteId() == collectivite.valeur());
  }

  /** Le même, verrouillé jusqu’à la fin de la transaction et relu. */
  public Optional<Bureau> verrouiller(CollectiviteId collectivite, BureauId id) {
    return lire(collectivite, id)
        .map(
            b -> {
              em.refresh(b, LockModeType.PESSIMISTIC_WRITE);
              return b;
            });
  }

  public Optional<Integer> parNom(CollectiviteId collectivite, String nomCourt) {
    return un(
        "SELECT id FROM bureau WHERE collectivite_id = ?1 AND lower(nom_court) = lower(?2)",
        collectivite.valeur(),
        nomCourt);
  }

  public Optional<Integer> metadonnee(CollectiviteId collectivite, String nomCourt) {
    return un(
        "SELECT id FROM metadonnee WHERE collectivite_id = ?1 AND nom_court = ?2",
        collectivite.valeur(),
        nomCourt);
  }

  public boolean utilisateurConnu(CollectiviteId collectivite, int utilisateur) {
    return un(
            "SELECT id FROM utilisateur WHERE collectivite_id = ?1 AND id = ?2",
            collectivite.valeur(),
            utilisateur)
        .isPresent();
  }

  /**
   * Vrai si ce supérieur est, à tout degré, sous le bureau. Les hiérarchies de la collectivité sont
   * verrouillées : deux changements croisés ne peuvent pas faire une boucle à eux deux.
   */
  public boolean estSous(CollectiviteId collectivite, int superieur, int bureau) {
    em.createNativeQuery("SELECT CAST(pg_advisory_xact_lock(8101, ?1) AS text)")
        .setParameter(1, collectivite.valeur())
        .getSingleResult();
    Object oui =
        em.createNativeQuery(
                """
                WITH RECURSIVE haut(id, superieur_id) AS (
                  SELECT id, superieur_id FROM bureau WHERE id = ?1
                  UNION SELECT b.id, b.superieur_id FROM bureau b JOIN haut h ON b.id = h.superieur_id)
                SELECT count(*) FROM haut WHERE id = ?2
                """)
            .setParameter(1, superieur)
            .setParameter(2, bureau)
            .getSingleResult();
    return ((Number) oui).longValue() > 0;
  }

  public Bureau ajouter(Bureau bureau) {
    em.persist(bureau);
    em.flush();
    return bureau;
  }

  /** Ses liens changent : sa version avance, même si aucune de ses colonnes n’a changé. */
  public void avancer(Bureau bureau) {
    em.lock(bureau, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    em.flush();
  }

  public void retirer(Bureau bureau) {
    em.remove(bureau);
    em.flush();
  }

  public void lierActeurs(Bureau bureau, List<ActeurDeBureau> acteurs) {
    vider("bureau_utilisateur", bureau);
    for (ActeurDeBureau a : acteurs) {
      em.createNativeQuery(
              "INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")
          .setParameter(1, bureau.collectiviteId())
          .setParameter(2, bureau.id())
          .setParameter(3, a.utilisateur())
          .setParameter(4, a.role().name())
          .executeUpdate();
    }
  }

  public void lierAssocies(Bureau bureau, List<Integer> associes) {
    vider("bureau_associe", bureau);
    associes.forEach(a -> lier("bureau_associe", "associe_id", bureau, a));
  }

  public void lierMetadonnees(Bureau bureau, List<Integer> metadonnees) {
    vider("bureau_metadonnee", bureau);
    metadonnees.forEach(m -> lier("bureau_metadonnee", "metadonnee_id", bureau, m));
  }

  /** Table et colonne sont des mots à nous. */
  private void lier(String table, String colonne, Bureau bureau, int autre) {
    em.createNativeQuery(
            "INSERT INTO "
                + table
                + " (collectivite_id, bureau_id, "
                + colonne
                + ") VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
        .setParameter(1, bureau.collectiviteId())
        .setParameter(2, bureau.id())
        .setParameter(3, autre)
        .executeUpdate();
  }

  private void vider(String table, Bureau bureau) {
    em.createNativeQuery("DELETE FROM " + table + " WHERE bureau_id = ?1")
        .setParameter(1, bureau.id())
        .executeUpdate();
  }

  private Optional<Integer> un(String sql, Object a, Object b) {
    List<?> lignes =
        em.createNativeQuery(sql).setParameter(1, a).setParameter(2, b).getResultList();
    return lignes.isEmpty() ? Optional.empty() : Optional.of(((Number) lignes.get(0)).intValue());
  }
}
