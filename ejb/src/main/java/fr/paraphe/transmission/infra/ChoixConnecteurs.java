package fr.paraphe.transmission.infra;

import fr.paraphe.organisation.CollectiviteId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Le connecteur que chaque collectivité a choisi ; aucun par défaut. */
@Dependent
public class ChoixConnecteurs {

  private static final String CHOIX =
      "SELECT 1 FROM collectivite WHERE id = ?1 AND reglages -> 'transmission' ->> ?2 = ?3";

  private final EntityManager em;

  @Inject
  public ChoixConnecteurs(EntityManager em) {
    this.em = em;
  }

  /**
   * @param usage {@code tdt} ou {@code mailsec}
   */
  boolean est(CollectiviteId collectivite, String usage, String connecteur) {
    return !em.createNativeQuery(CHOIX)
        .setParameter(1, collectivite.valeur())
        .setParameter(2, usage)
        .setParameter(3, connecteur)
        .getResultList()
        .isEmpty();
  }
}
