package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.CollectiviteTrouvee;
import fr.paraphe.organisation.modele.Collectivite;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Les collectivités de l’instance. */
@Dependent
public class CollectiviteRepository {

  private static final String LIRE =
      """
      SELECT c.id, c.domaine, c.titre, c.active, c.par_defaut,
        (SELECT count(*) FROM utilisateur u WHERE u.collectivite_id = c.id AND u.actif),
        (SELECT count(*) FROM bureau b WHERE b.collectivite_id = c.id AND b.actif),
        (SELECT count(*) FROM dossier d WHERE d.collectivite_id = c.id AND d.clos_le IS NULL), count(*) OVER ()
      FROM collectivite c
      """;

  private static final String CHERCHER =
      LIRE
          + " WHERE normalise(c.domaine || ' ' || c.titre) LIKE normalise(?1) ORDER BY c.titre, c.id LIMIT ?2 OFFSET ?3";

  private final EntityManager em;

  @Inject
  public CollectiviteRepository(EntityManager em) {
    this.em = em;
  }

  public Lot<CollectiviteTrouvee> chercher(String texte, Tranche tranche) {
    List<?> lignes =
        em.createNativeQuery(CHERCHER)
            .setParameter(1, Recherche.contenant(texte))
            .setParameter(2, tranche.taille())
            .setParameter(3, tranche.debut())
            .getResultList();
    long total = lignes.isEmpty() ? 0 : nombre(((Object[]) lignes.get(0))[8]);
    return new Lot<>(lignes.stream().map(l -> trouvee((Object[]) l)).toList(), total);
  }

  public CollectiviteTrouvee taille(int id) {
    return trouvee(
        (Object[])
            em.createNativeQuery(LIRE + " WHERE c.id = ?1").setParameter(1, id).getSingleResult());
  }

  private static CollectiviteTrouvee trouvee(Object[] c) {
    return new CollectiviteTrouvee(
        new CollectiviteId((int) nombre(c[0])),
        (String) c[1],
        (String) c[2],
        (Boolean) c[3],
        (Boolean) c[4],
        nombre(c[5]),
        nombre(c[6]),
        nombre(c[7]));
  }

  private static long nombre(Object nombre) {
    return ((Number) nombre).longValue();
  }

  public Optional<Collectivite> lire(CollectiviteId id) {
    return Optional.ofNullable(em.find(Collectivite.class, id.valeur()));
  }

  public Optional<Collectivite> verrouiller(CollectiviteId id) {
    return lire(id)
        .map(
            c -> {
              em.refresh(c, LockModeType.PESSIMISTIC_WRITE);
              return c;
            });
  }

  public boolean domainePris(String domaine) {
    return !em.createNativeQuery("SELECT 1 FROM collectivite WHERE domaine = ?1")
        .setParameter(1, domaine)
        .getResultList()
        .isEmpty();
  }

  public Collectivite ajouter(Collectivite collectivite) {
    em.persist(collectivite);
    em.flush();
    return collectivite;
  }
}
