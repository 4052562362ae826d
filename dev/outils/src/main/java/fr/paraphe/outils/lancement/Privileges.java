package fr.paraphe.outils.lancement;

import fr.paraphe.outils.atelier.Base;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Qui peut quoi dans la base. L’application ajoute au journal, elle n’y change et n’y ôte rien, et
 * n’efface aucun dossier ; seule la fonction {@code purger} le fait, sous un rôle à elle, pour qui
 * possède le schéma.
 */
final class Privileges {

  /** Le rôle de la purge : il ne se connecte pas. */
  static final String PURGE = "paraphe_purge";

  private static final String PURGER = "FUNCTION purger(bigint[], text)";

  /** Le propriétaire doit en être membre pour lui donner la fonction. */
  private static final String PURGE_POSSIBLE =
      "SELECT 1 FROM pg_roles WHERE rolname = '"
          + PURGE
          + "' AND pg_has_role(current_user, oid, 'MEMBER')";

  private Privileges() {}

  /** Pose tout, ou rien ; sans effet la seconde fois. */
  static void poser(Base base, String application) {
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse())) {
      c.setAutoCommit(false);
      executer(c, application(application));
      if (existe(c, PURGE_POSSIBLE)) {
        executer(c, purge());
      }
      c.commit();
    } catch (SQLException e) {
      throw new Empechement(
          "Les droits de l’application n’ont pas pu être posés : " + e.getMessage(), e);
    }
  }

  private static List<String> application(String role) {
    return List.of(
        "GRANT USAGE ON SCHEMA public TO " + role,
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + role,
        "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO " + role,
        "REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM " + role,
        "REVOKE UPDATE, DELETE ON evenement, evenement_systeme, scellement, scellement_feuille, purge_preuve FROM "
            + role,
        "REVOKE DELETE ON dossier, etape FROM " + role,
        "REVOKE EXECUTE ON " + PURGER + " FROM PUBLIC");
  }

  /** Un nouveau propriétaire doit pouvoir créer dans le schéma, le temps de le devenir. */
  private static List<String> purge() {
    return List.of(
        "GRANT USAGE, CREATE ON SCHEMA public TO " + PURGE,
        "ALTER " + PURGER + " OWNER TO " + PURGE,
        "REVOKE CREATE ON SCHEMA public FROM " + PURGE,
        "GRANT EXECUTE ON " + PURGER + " TO CURRENT_USER",
        "GRANT SELECT, DELETE ON dossier, etape, evenement, document, signature, annotation, recherche_dossier TO "
            + PURGE,
        "GRANT UPDATE (version) ON dossier TO " + PURGE,
        "GRANT INSERT ON purge_preuve TO " + PURGE);
  }

  private static void executer(Connection c, List<String> ordres) throws SQLException {
    try (Statement s = c.createStatement()) {
      for (String ordre : ordres) {
        s.execute(ordre);
      }
    }
  }

  private static boolean existe(Connection c, String sql) throws SQLException {
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      return r.next();
    }
  }
}
