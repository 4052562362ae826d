package fr.paraphe.socle;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Reconnaît une panne dont l’utilisateur doit savoir qu’elle n’est pas de son fait, et que rien
 * n’est perdu.
 */
public final class Panne {

  private static final int PROFONDEUR_MAX = 20;

  private Panne() {}

  private enum Code implements CodeErreur {
    BASE_INJOIGNABLE;

    @Override
    public Nature nature() {
      return Nature.INDISPONIBLE;
    }
  }

  /**
   * Le refus à montrer si cet échec vient de ce que la base ne répond pas ; vide pour tout autre
   * échec.
   */
  public static Optional<ErreurMetier> reconnaitre(Throwable echec) {
    Throwable cause = echec;
    for (int i = 0; cause != null && i < PROFONDEUR_MAX; i++) {
      if (cause instanceof SQLException sql && injoignable(sql)) {
        return Optional.of(
            new ErreurMetier(
                Code.BASE_INJOIGNABLE,
                "La base de données ne répond pas. Rien n’a été enregistré : réessayez dans un instant.",
                echec));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /**
   * Classes 08 (connexion) et 57P (arrêt du serveur) de PostgreSQL, 53300 (trop de connexions) ;
   * sans état SQL : le bassin du serveur d’application n’a pas pu donner de connexion.
   */
  private static boolean injoignable(SQLException sql) {
    String etat = sql.getSQLState();
    return etat == null || etat.startsWith("08") || etat.startsWith("57P") || "53300".equals(etat);
  }
}
