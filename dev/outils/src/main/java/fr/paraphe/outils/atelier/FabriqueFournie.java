package fr.paraphe.outils.atelier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.persistence.EntityManagerFactory;

/** Met la fabrique d’entités de l’atelier à la disposition de CDI. */
class FabriqueFournie implements Extension {

  private final EntityManagerFactory fabrique;

  FabriqueFournie(EntityManagerFactory fabrique) {
    this.fabrique = fabrique;
  }

  void fournir(@Observes AfterBeanDiscovery decouverte) {
    decouverte
        .<EntityManagerFactory>addBean()
        .types(EntityManagerFactory.class)
        .scope(ApplicationScoped.class)
        .createWith(contexte -> fabrique);
  }
}
