package fr.paraphe.travaux.infra;

import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import fr.paraphe.travaux.EtatDeLaFile;
import fr.paraphe.travaux.Portee;
import fr.paraphe.travaux.TravailBloque;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Les travaux bloqués, en base. */
@Dependent
public class BlocageRepository {

  private static final String BORNE =
      "(t.collectivite_id = CAST(?1 AS integer) OR CAST(?9 AS boolean) AND t.collectivite_id IS NULL)";

  private static final String LISTER =
      """
      SELECT t.id, t.genre, c.titre, d.identifiant, coalesce(t.erreur, ''), t.essais, t.cree_le, t.mort_le
      FROM travail t LEFT JOIN collectivite c ON c.id = t.collectivite_id
      LEFT JOIN dossier d ON d.id = t.dossier_id AND d.collectivite_id = t.collectivite_id
      WHERE t.mort_le IS NOT NULL AND\s"""
          + BORNE
          + " ORDER BY t.mort_le DESC, t.id DESC";

  private static final String ETAT =
      """
      SELECT t.genre, count(*) FILTER (WHERE t.mort_le IS NULL), count(t.mort_le), min(t.cree_le) FILTER (WHERE t.mort_le IS NULL)
      FROM travail t WHERE\s"""
          + BORNE
          + " GROUP BY t.genre ORDER BY t.genre";

  private static final String SUPPLANTE =
      """
      DELETE FROM travail t WHERE t.id = ?2 AND t.mort_le IS NOT NULL AND t.cle_unique IS NOT NULL AND\s"""
          + BORNE
          + " AND EXISTS (SELECT 1 FROM travail v WHERE v.genre = t.genre AND v.cle_unique = t.cle_unique AND v.mort_le IS NULL)";

  private static final String RELANCER =
      "UPDATE travail t SET mort_le = NULL, essais = 0, prevu_le = ?3 WHERE t.id = ?2 AND t.mort_le IS NOT NULL AND "
          + BORNE;

  private static final String ABANDONNER =
      "DELETE FROM travail t WHERE t.id = ?2 AND t.mort_le IS NOT NULL AND " + BORNE;

  private final EntityManager em;

  @Inject
  public BlocageRepository(EntityManager em) {
    this.em = em;
  }

  public Lot<TravailBloque> lister(Portee portee, Tranche tranche) {
    List<?> lignes =
        em.createNativeQuery(LISTER)
            .setParameter(1, portee.collectivite())
            .setParameter(9, portee.instance())
            .setFirstResult(tranche.debut())
            .setMaxResults(tranche.taille())
            .getResultList();
    Number total =
        (Number)
            em.createNativeQuery(
                    "SELECT count(*) FROM travail t WHERE t.mort_le IS NOT NULL AND " + BORNE)
                .setParameter(1, portee.collectivite())
                .setParameter(9, portee.instance())
                .getSingleResult();
    return new Lot<>(lignes.stream().map(l -> bloque((Object[]) l)).toList(), total.longValue());
  }

  private static TravailBloque bloque(Object[] c) {
    return new TravailBloque(
        ((Number) c[0]).longValue(),
        (String) c[1],
        (String) c[2],
        (String) c[3],
        (String) c[4],
        ((Number) c[5]).intValue(),
        instant(c[6]),
        instant(c[7]));
  }

  public List<EtatDeLaFile> etat(Portee portee) {
    List<?> lignes =
        em.createNativeQuery(ETAT)
            .setParameter(1, portee.collectivite())
            .setParameter(9, portee.instance())
            .getResultList();
    return lignes.stream().map(l -> etat((Object[]) l)).toList();
  }

  private static EtatDeLaFile etat(Object[] c) {
    return new EtatDeLaFile(
        (String) c[0], ((Number) c[1]).longValue(), ((Number) c[2]).longValue(), instant(c[3]));
  }

  private static Instant instant(Object valeur) {
    return valeur == null ? null : ((Timestamp) valeur).toInstant();
  }

  public boolean relancer(Portee portee, long id, Instant maintenant) {
    int supplante =
        em.createNativeQuery(SUPPLANTE)
            .setParameter(1, portee.collectivite())
            .setParameter(9, portee.instance())
            .setParameter(2, id)
            .executeUpdate();
    return supplante == 1
        || em.createNativeQuery(RELANCER)
                .setParameter(1, portee.collectivite())
                .setParameter(9, portee.instance())
                .setParameter(2, id)
                .setParameter(3, Timestamp.from(maintenant))
                .executeUpdate()
            == 1;
  }

  public boolean abandonner(Portee portee, long id) {
    return em.createNativeQuery(ABANDONNER)
            .setParameter(1, portee.collectivite())
            .setParameter(9, portee.instance())
            .setParameter(2, id)
            .executeUpdate()
        == 1;
  }
}
