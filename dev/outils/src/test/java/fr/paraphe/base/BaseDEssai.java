package fr.paraphe.base;

import fr.paraphe.outils.atelier.Base;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * Un vrai PostgreSQL pour les tests : un serveur par machine virtuelle, une base neuve par classe,
 * copiée d’un modèle migré.
 */
final class BaseDEssai {

  private static final AtomicInteger NUMERO = new AtomicInteger();
  private static EmbeddedPostgres serveur;

  private BaseDEssai() {}

  static synchronized Base neuve() {
    try {
      if (serveur == null) {
        serveur =
            EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start();
        executer(
            "CREATE DATABASE modele TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'");
        Flyway.configure()
            .dataSource(serveur.getDatabase("postgres", "modele"))
            .locations("classpath:db/migration")
            .load()
            .migrate();
      }
      String nom = "essai_" + NUMERO.incrementAndGet();
      executer("CREATE DATABASE " + nom + " TEMPLATE modele");
      return new Base(serveur.getJdbcUrl("postgres", nom), "postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void executer(String sql) {
    try (Connection c = serveur.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      s.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
