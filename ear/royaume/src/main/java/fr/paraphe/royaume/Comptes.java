package fr.paraphe.royaume;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Les comptes et leurs échecs, lus et écrits dans la base du parapheur. L’heure est celle de la
 * base.
 */
final class Comptes {
  private static final String LIRE =
      "SELECT u.mot_de_passe, t.bloque_jusqu_au > now() AS bloque, t.cle IS NOT NULL AS echoue"
          + " FROM utilisateur u JOIN collectivite c ON c.id = u.collectivite_id"
          + " LEFT JOIN tentative_connexion t ON t.cle = ?"
          + " WHERE c.domaine = ? AND lower(u.identifiant) = ? AND u.actif AND c.active";

  /** Une série d’échecs s’oublie quand elle a commencé il y a plus de la durée donnée. */
  private static final String NOTER_ECHEC =
      "INSERT INTO tentative_connexion AS t (cle, echecs, depuis) VALUES (?, 1, now())"
          + " ON CONFLICT (cle) DO UPDATE SET"
          + " echecs = CASE WHEN t.depuis < now() - make_interval(mins => ?) THEN 1 ELSE t.echecs + 1 END,"
          + " depuis = CASE WHEN t.depuis < now() - make_interval(mins => ?) THEN now() ELSE t.depuis END,"
          + " bloque_jusqu_au = CASE WHEN t.depuis >= now() - make_interval(mins => ?) AND t.echecs + 1 >= ?"
          + " THEN now() + make_interval(mins => ?) END";

  private static final String EFFACER_ECHECS = "DELETE FROM tentative_connexion WHERE cle = ?";
  private static final String DOMAINE_PAR_DEFAUT =
      "SELECT domaine FROM collectivite WHERE par_defaut AND active";

  private final Supplier<DataSource> source;
  private final int echecsMax;
  private final int minutes;

  /**
   * @param source la base ; demandée à chaque appel, car le royaume naît avant elle
   * @param echecsMax nombre d’échecs qui bloque
   * @param minutes durée de la série, puis du blocage
   */
  Comptes(Supplier<DataSource> source, int echecsMax, int minutes) {
    this.source = source;
    this.echecsMax = echecsMax;
    this.minutes = minutes;
  }

  Optional<Compte> lire(IdentifiantComplet nom) throws SQLException {
    try (Connection connexion = source.get().getConnection();
        PreparedStatement requete = connexion.prepareStatement(LIRE)) {
      requete.setString(1, nom.toString());
      requete.setString(2, nom.domaine());
      requete.setString(3, nom.identifiant());
      try (ResultSet ligne = requete.executeQuery()) {
        return ligne.next()
            ? Optional.of(new Compte(ligne.getString(1), ligne.getBoolean(2), ligne.getBoolean(3)))
            : Optional.empty();
      }
    }
  }

  void noterEchec(IdentifiantComplet nom) throws SQLException {
    try (Connection connexion = source.get().getConnection();
        PreparedStatement requete = connexion.prepareStatement(NOTER_ECHEC)) {
      requete.setString(1, nom.toString());
      requete.setInt(2, minutes);
      requete.setInt(3, minutes);
      requete.setInt(4, minutes);
      requete.setInt(5, echecsMax);
      requete.setInt(6, minutes);
      requete.executeUpdate();
    }
  }

  void effacerEchecs(IdentifiantComplet nom) throws SQLException {
    try (Connection connexion = source.get().getConnection();
        PreparedStatement requete = connexion.prepareStatement(EFFACER_ECHECS)) {
      requete.setString(1, nom.toString());
      requete.executeUpdate();
    }
  }

  /**
   * Le domaine des identifiants sans arobase ; vide tant qu’aucune collectivité n’est la défaut.
   */
  Optional<String> domaineParDefaut() throws SQLException {
    try (Connection connexion = source.get().getConnection();
        PreparedStatement requete = connexion.prepareStatement(DOMAINE_PAR_DEFAUT);
        ResultSet ligne = requete.executeQuery()) {
      return ligne.next() ? Optional.of(ligne.getString(1)) : Optional.empty();
    }
  }
}
