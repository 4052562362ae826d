package fr.paraphe.outils.atelier;

import fr.paraphe.socle.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Les unités de travail d’un fil : chaque transaction a son gestionnaire d’entités, la plus récente
 * est la courante.
 */
@ApplicationScoped
public class Unite implements Transactions {

  private final ThreadLocal<Deque<EntityManager>> pile = ThreadLocal.withInitial(ArrayDeque::new);

  private EntityManagerFactory fabrique;

  protected Unite() {}

  @Inject
  public Unite(EntityManagerFactory fabrique) {
    this.fabrique = fabrique;
  }

  @Override
  public <T> T nouvelle(Supplier<T> travail) {
    EntityManager em = fabrique.createEntityManager();
    pile.get().push(em);
    try {
      em.getTransaction().begin();
      T resultat = travail.get();
      em.getTransaction().commit();
      return resultat;
    } finally {
      fermer(em);
    }
  }

  private void fermer(EntityManager em) {
    pile.get().pop();
    if (em.getTransaction().isActive()) {
      em.getTransaction().rollback();
    }
    em.close();
  }

  /** Le gestionnaire que les dépôts reçoivent : il renvoie au courant. */
  @Produces
  @Dependent
  EntityManager gestionnaire() {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, methode, arguments) -> {
              try {
                return methode.invoke(courant(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private EntityManager courant() {
    EntityManager em = pile.get().peek();
    if (em == null) {
      throw new IllegalStateException("aucune transaction ouverte sur ce fil");
    }
    return em;
  }
}
