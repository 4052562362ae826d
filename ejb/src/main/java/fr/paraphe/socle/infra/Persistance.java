package fr.paraphe.socle.infra;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Donne à CDI le gestionnaire d’entités du conteneur : les dépôts le reçoivent par leur
 * constructeur.
 */
@Dependent
public class Persistance {

  @Produces
  @PersistenceContext(unitName = "paraphe")
  private EntityManager em;
}
