package fr.paraphe.outils.lancement;

import fr.paraphe.outils.atelier.Base;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Met le schéma à niveau sous le rôle propriétaire, puis ouvre à l’application ce qui lui revient,
 * et rien d’autre.
 */
final class Migration {

  private Migration() {}

  /**
   * @return combien de migrations ont été jouées
   */
  static int jouer(Base proprietaire, String roleApplication) {
    try {
      MigrateResult resultat =
          Flyway.configure()
              .dataSource(proprietaire.url(), proprietaire.compte(), proprietaire.motDePasse())
              .locations("classpath:db/migration")
              .load()
              .migrate();
      if (!proprietaire.compte().equals(roleApplication)) {
        ouvrir(proprietaire, roleApplication);
      }
      return resultat.migrationsExecuted;
    } catch (FlywayException e) {
      throw new Empechement(
          "Le schéma de la base n’a pas pu être mis à niveau : " + e.getMessage(), e);
    }
  }

  /** Le journal s’ajoute, il ne se change pas ; un dossier ne s’efface que par la purge. */
  private static void ouvrir(Base base, String role) {
    List<String> ordres =
        List.of(
            "GRANT USAGE ON SCHEMA public TO " + role,
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + role,
            "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO " + role,
            "REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM " + role,
            "REVOKE UPDATE, DELETE ON evenement, evenement_systeme, scellement, scellement_feuille, purge_preuve FROM "
                + role,
            "REVOKE DELETE ON dossier, etape FROM " + role);
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse());
        Statement s = c.createStatement()) {
      for (String ordre : ordres) {
        s.execute(ordre);
      }
    } catch (SQLException e) {
      throw new Empechement(
          "Les droits de l’application n’ont pas pu être posés : " + e.getMessage(), e);
    }
  }
}
