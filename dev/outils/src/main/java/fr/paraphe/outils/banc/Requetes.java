package fr.paraphe.outils.banc;

import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.sql.Ordres;
import java.sql.SQLException;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/**
 * Compte les requêtes que le serveur envoie à la base, par {@code pg_stat_statements} de la base
 * embarquée ; sur une base extérieure qui ne l’a pas, rien n’est compté.
 */
final class Requetes {

  private static final String PRESENT =
      "SELECT 1 FROM pg_extension WHERE extname = 'pg_stat_statements'";

  /** Les contrôles de connexion ne sont pas des requêtes. */
  private static final String COMPTE =
      """
      SELECT coalesce(sum(s.calls), 0) FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
      WHERE r.rolname = ? AND s.query !~* '^ *select (1|\\$1)$'
      """;

  private final Base mesures;
  private final String application;

  /**
   * @param base sous le rôle propriétaire
   * @param application rôle du serveur
   */
  Requetes(Base base, String application) {
    this.mesures =
        new Base(base.url().replaceFirst("/[^/]+$", "/postgres"), base.compte(), base.motDePasse());
    this.application = application;
  }

  /** Requêtes par appel, en moyenne ; vide si la base ne les compte pas. */
  OptionalDouble parAppel(int appels, IntPredicate appel) throws SQLException {
    try (Ordres ordres = Ordres.ouvrir(mesures)) {
      if (ordres.valeur(PRESENT).isEmpty()) {
        return OptionalDouble.empty();
      }
      long avant = ordres.nombre(COMPTE, application);
      int reussis = 0;
      for (int n = 0; n < appels; n++) {
        reussis += appel.test(n) ? 1 : 0;
      }
      long envoyees = ordres.nombre(COMPTE, application) - avant;
      return OptionalDouble.of(Math.round(10.0 * envoyees / Math.max(1, reussis)) / 10.0);
    }
  }
}
