package fr.paraphe.socle.infra;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Refuse de démarrer sur un schéma qui n’est pas le sien. Les migrations sont jouées par
 * l’installation, sous le rôle propriétaire ; l’application n’a pas le droit de modifier le schéma.
 */
@Singleton
@Startup
@PermitAll
public class ControleSchema {

  /** Version de la dernière migration livrée avec ce code. */
  public static final String ATTENDUE = "0008";

  private EntityManager em;

  protected ControleSchema() {}

  @Inject
  public ControleSchema(EntityManager em) {
    this.em = em;
  }

  @PostConstruct
  void controler() {
    List<?> versions =
        em.createNativeQuery(
                "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC")
            .setMaxResults(1)
            .getResultList();
    Object trouvee = versions.isEmpty() ? "aucune" : versions.get(0);
    if (!ATTENDUE.equals(trouvee)) {
      throw new IllegalStateException(
          "Le schéma de la base est en version "
              + trouvee
              + ", ce programme attend la version "
              + ATTENDUE
              + ". Lancez la migration, ou la bonne version du programme.");
    }
  }
}
