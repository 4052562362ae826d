package fr.paraphe.transmission.infra;

import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.transmission.AppelConnecteur;
import fr.paraphe.transmission.AppelConnecteur.Issue;
import fr.paraphe.transmission.Appels;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.List;

/** Les appels des connecteurs en base, cent par compte. */
@Dependent
public class AppelsEnBase {

  private static final String COMPTE =
      """
      SELECT u.collectivite_id, u.id FROM utilisateur u JOIN collectivite c ON c.id = u.collectivite_id
      WHERE lower(u.identifiant) = lower(?1) AND c.domaine = lower(?2)
      """;

  private static final String AJOUTER =
      """
      INSERT INTO appel_connecteur (collectivite_id, utilisateur_id, debut, duree_ms, operation, issue, detail)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """;

  private static final String OUBLIER =
      """
      DELETE FROM appel_connecteur WHERE utilisateur_id = ?1 AND id IN (
        SELECT id FROM appel_connecteur WHERE utilisateur_id = ?1 ORDER BY debut DESC, id DESC OFFSET ?2)
      """;

  private static final String LIRE =
      """
      SELECT u.identifiant, a.debut, a.duree_ms, a.operation, a.issue, a.detail
      FROM appel_connecteur a JOIN utilisateur u ON u.id = a.utilisateur_id
      WHERE a.collectivite_id = ?1 AND lower(u.identifiant) = lower(?2) ORDER BY a.debut DESC, a.id DESC LIMIT ?3
      """;

  private static final String COMPTES =
      """
      SELECT u.identifiant FROM utilisateur u WHERE u.collectivite_id = ?1 AND EXISTS (
        SELECT 1 FROM appel_connecteur a WHERE a.utilisateur_id = u.id) ORDER BY lower(u.identifiant)
      """;

  private static final int DETAIL_MAX = 500;

  private final EntityManager em;

  @Inject
  public AppelsEnBase(EntityManager em) {
    this.em = em;
  }

  /** Ajoute les appels d’un compte, et ne garde que ses derniers. */
  public void ajouter(String compte, List<AppelConnecteur> lot) {
    int arobase = compte.lastIndexOf('@');
    List<?> comptes =
        em.createNativeQuery(COMPTE)
            .setParameter(1, compte.substring(0, Math.max(0, arobase)))
            .setParameter(2, compte.substring(arobase + 1))
            .getResultList();
    for (Object c : comptes) {
      Object[] ids = (Object[]) c;
      lot.forEach(appel -> ajouter(ids, appel));
      em.createNativeQuery(OUBLIER)
          .setParameter(1, ids[1])
          .setParameter(2, Appels.GARDES)
          .executeUpdate();
    }
  }

  private void ajouter(Object[] compte, AppelConnecteur appel) {
    String detail = appel.detail();
    em.createNativeQuery(AJOUTER)
        .setParameter(1, compte[0])
        .setParameter(2, compte[1])
        .setParameter(3, Timestamp.from(appel.debut()))
        .setParameter(4, (int) Math.min(Integer.MAX_VALUE, appel.dureeMs()))
        .setParameter(5, appel.operation())
        .setParameter(6, appel.issue().name())
        .setParameter(7, detail.length() > DETAIL_MAX ? detail.substring(0, DETAIL_MAX) : detail)
        .executeUpdate();
  }

  /** Les comptes de cette collectivité qui ont appelé, par ordre alphabétique. */
  public List<String> comptes(CollectiviteId collectivite) {
    List<?> noms =
        em.createNativeQuery(COMPTES).setParameter(1, collectivite.valeur()).getResultList();
    return noms.stream().map(String.class::cast).toList();
  }

  /** Les plus récents d’abord. */
  public List<AppelConnecteur> lire(CollectiviteId collectivite, String compte) {
    List<?> lignes =
        em.createNativeQuery(LIRE)
            .setParameter(1, collectivite.valeur())
            .setParameter(2, compte)
            .setParameter(3, Appels.GARDES)
            .getResultList();
    return lignes.stream().map(l -> appel((Object[]) l)).toList();
  }

  private static AppelConnecteur appel(Object[] c) {
    return new AppelConnecteur(
        (String) c[0],
        ((Timestamp) c[1]).toInstant(),
        ((Number) c[2]).longValue(),
        (String) c[3],
        Issue.valueOf((String) c[4]),
        (String) c[5]);
  }
}
