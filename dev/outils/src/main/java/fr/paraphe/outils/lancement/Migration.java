package fr.paraphe.outils.lancement;

import fr.paraphe.outils.atelier.Base;
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
        Privileges.poser(proprietaire, roleApplication);
      }
      return resultat.migrationsExecuted;
    } catch (FlywayException e) {
      throw new Empechement(
          "Le schéma de la base n’a pas pu être mis à niveau : " + e.getMessage(), e);
    }
  }
}
