package fr.paraphe.outils.atelier;

import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Le métier entier, sans serveur : mêmes frontières, mêmes événements, EclipseLink sur la base
 * donnée. Un acte se joue au nom d’une personne ; les droits sont ceux de cette personne.
 */
public final class Atelier implements AutoCloseable {

  private final WeldContainer conteneur;
  private final EntityManagerFactory fabrique;

  private Atelier(WeldContainer conteneur, EntityManagerFactory fabrique) {
    this.conteneur = conteneur;
    this.fabrique = fabrique;
  }

  /**
   * Ouvre un atelier. Les propriétés {@code paraphe.blobs} et {@code paraphe.cles} disent où sont
   * les documents et les clés.
   */
  @SuppressWarnings("unchecked")
  public static Atelier ouvrir(Base base) {
    EntityManagerFactory fabrique =
        Persistence.createEntityManagerFactory("paraphe", reglages(base));
    WeldContainer conteneur =
        new Weld()
            .addBeanDefiningAnnotations(Stateless.class, Singleton.class)
            .addExtension(new HorsServeur())
            .addExtension(new FabriqueFournie(fabrique))
            .addBeanClasses(Unite.class, AppelantAtelier.class, HorlogeReglable.class)
            .initialize();
    return new Atelier(conteneur, fabrique);
  }

  private static Map<String, Object> reglages(Base base) {
    Map<String, Object> reglages = new HashMap<>();
    reglages.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    reglages.put("jakarta.persistence.jtaDataSource", "");
    // par une source et non par des propriétés : EclipseLink prendrait un mot de passe hexadécimal
    // pour un chiffré
    reglages.put("jakarta.persistence.nonJtaDataSource", source(base));
    reglages.put("eclipselink.target-server", "None");
    reglages.put("eclipselink.session-name", "atelier-" + System.identityHashCode(base));
    return reglages;
  }

  private static PGSimpleDataSource source(Base base) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(base.url());
    source.setUser(base.compte());
    source.setPassword(base.motDePasse());
    return source;
  }

  /** Joue un acte dans une transaction, au nom de cette personne ({@code identifiant@domaine}). */
  public <T> T enTantQue(String login, Supplier<T> acte) {
    return horsTransaction(login, () -> bean(Unite.class).nouvelle(acte));
  }

  public void faire(String login, Runnable acte) {
    enTantQue(
        login,
        () -> {
          acte.run();
          return null;
        });
  }

  /** Joue un acte qui ouvre lui-même ses transactions. */
  public <T> T horsTransaction(String login, Supplier<T> acte) {
    AppelantAtelier appelant = bean(AppelantAtelier.class);
    appelant.devenir(login);
    try {
      return acte.get();
    } finally {
      appelant.devenir(null);
    }
  }

  public <T> T bean(Class<T> type) {
    return conteneur.select(type).get();
  }

  @Override
  public void close() {
    conteneur.close();
    fabrique.close();
  }
}
