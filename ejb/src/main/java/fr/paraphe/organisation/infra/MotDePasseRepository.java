package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.Acteur;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Le mot de passe d’une personne, et les échecs comptés avec ceux de la connexion : le royaume du
 * serveur lit et écrit les mêmes lignes. L’heure est donc celle de la base.
 */
@Dependent
public class MotDePasseRepository {

  private static final String LIRE =
      """
      SELECT u.mot_de_passe, coalesce(t.bloque_jusqu_au > now(), false), c.titre, c.domaine
      FROM utilisateur u JOIN collectivite c ON c.id = u.collectivite_id
      LEFT JOIN tentative_connexion t ON t.cle = ?3
      WHERE u.id = ?1 AND u.collectivite_id = ?2 AND u.origine = 'LOCAL' AND u.mot_de_passe IS NOT NULL
      """;

  /** Dix échecs en quinze minutes bloquent quinze minutes, comme à la connexion. */
  private static final String NOTER_ECHEC =
      """
      INSERT INTO tentative_connexion AS t (cle, echecs, depuis) VALUES (?1, 1, now())
      ON CONFLICT (cle) DO UPDATE SET
        echecs = CASE WHEN t.depuis < now() - interval '15 minutes' THEN 1 ELSE t.echecs + 1 END,
        depuis = CASE WHEN t.depuis < now() - interval '15 minutes' THEN now() ELSE t.depuis END,
        bloque_jusqu_au = CASE WHEN t.depuis >= now() - interval '15 minutes' AND t.echecs + 1 >= 10
          THEN now() + interval '15 minutes' END
      """;

  private static final String ECRIRE =
      "UPDATE utilisateur SET mot_de_passe = ?1, version = version + 1 WHERE id = ?2 AND mot_de_passe = ?3";

  private final EntityManager em;

  @Inject
  public MotDePasseRepository(EntityManager em) {
    this.em = em;
  }

  /** Ce qui juge un essai ; {@code null} si le mot de passe n’est pas tenu ici. */
  public Actuel lire(Acteur acteur) {
    List<?> lignes =
        em.createNativeQuery(LIRE)
            .setParameter(1, acteur.id().valeur())
            .setParameter(2, acteur.collectivite().valeur())
            .setParameter(3, acteur.login())
            .getResultList();
    return lignes.isEmpty() ? null : actuel((Object[]) lignes.get(0));
  }

  public void noterEchec(Acteur acteur) {
    em.createNativeQuery(NOTER_ECHEC).setParameter(1, acteur.login()).executeUpdate();
  }

  /** Faux si un autre changement est passé entre-temps. */
  public boolean remplacer(Acteur acteur, Actuel actuel, String nouveau) {
    em.createNativeQuery("DELETE FROM tentative_connexion WHERE cle = ?1")
        .setParameter(1, acteur.login())
        .executeUpdate();
    return em.createNativeQuery(ECRIRE)
            .setParameter(1, Bcrypt.empreinte(nouveau))
            .setParameter(2, acteur.id().valeur())
            .setParameter(3, actuel.empreinte())
            .executeUpdate()
        == 1;
  }

  private static Actuel actuel(Object[] c) {
    return new Actuel((String) c[0], (Boolean) c[1], (String) c[2], (String) c[3]);
  }

  /**
   * @param bloque vrai pendant le blocage : aucun essai n’est alors jugé
   */
  public record Actuel(String empreinte, boolean bloque, String collectivite, String domaine) {

    public boolean ouvrePar(String propose) {
      return !bloque && Bcrypt.correspond(propose, empreinte);
    }
  }
}
