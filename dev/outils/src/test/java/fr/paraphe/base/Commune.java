package fr.paraphe.base;

import fr.paraphe.outils.atelier.Base;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Une petite commune en base : « demo » (agent → Service courrier, dgs → DGS, maire → Maire,
 * adjoint → Premier adjoint, ws → WebService) et « agglo » (agent). Types Courrier/simple (VISA DGS
 * → SIGNATURE Maire), Visa/simple (VISA DGS), Chef/chef (VISA chef de).
 */
final class Commune {

  static final String SQL =
      """
      INSERT INTO collectivite (id, domaine, titre, par_defaut) VALUES (1, 'demo', 'Ville de Démo', true), (2, 'agglo', 'Agglo', false);
      INSERT INTO utilisateur (id, collectivite_id, identifiant, nom, prenom, courriel) VALUES
        (1, 1, 'agent', 'Agent', 'Camille', 'agent@demo.invalid'), (2, 1, 'dgs', 'Directrice', 'Claire', 'dgs@demo.invalid'),
        (3, 1, 'maire', 'Maire', 'Paul', 'maire@demo.invalid'), (4, 1, 'adjoint', 'Adjointe', 'Anne', 'adjoint@demo.invalid'),
        (5, 1, 'ws', 'Web', 'Service', 'ws@demo.invalid'), (6, 1, 'ferme', 'Fermé', 'Compte', 'ferme@demo.invalid'),
        (7, 1, 'dgs2', 'Second', 'Denis', 'dgs2@demo.invalid'), (21, 2, 'agent', 'Agent', 'Alex', 'agent@agglo.invalid');
      UPDATE utilisateur SET actif = false WHERE id = 6;
      INSERT INTO bureau (id, collectivite_id, nom_court, titre, superieur_id) VALUES
        (13, 1, 'Maire', 'Maire', NULL), (12, 1, 'DGS', 'Direction générale', 13), (11, 1, 'Service courrier', 'Service courrier', 12),
        (14, 1, 'Premier adjoint', 'Premier adjoint', 13), (15, 1, 'WebService', 'WebService', 12), (31, 2, 'Courrier', 'Courrier', NULL);
      INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES
        (1, 11, 1, 'PROPRIETAIRE'), (1, 12, 2, 'PROPRIETAIRE'), (1, 12, 7, 'PROPRIETAIRE'), (1, 13, 3, 'PROPRIETAIRE'),
        (1, 14, 4, 'PROPRIETAIRE'), (1, 15, 5, 'PROPRIETAIRE'), (1, 11, 6, 'PROPRIETAIRE'), (2, 31, 21, 'PROPRIETAIRE');
      INSERT INTO compte_technique (utilisateur_id, collectivite_id, bureau_id, libelle) VALUES (5, 1, 15, 'Connecteur');
      INSERT INTO circuit (id, collectivite_id, nom) VALUES (1, 1, 'visa-signature'), (2, 1, 'visa'), (3, 1, 'chef'), (4, 2, 'visa');
      INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, action, designation, bureau_id) VALUES
        (1, 1, 1, 1, 'VISA', 'BUREAU', 12), (2, 1, 1, 2, 'SIGNATURE', 'BUREAU', 13), (3, 1, 2, 1, 'VISA', 'BUREAU', 12),
        (4, 1, 3, 1, 'VISA', 'CHEF_DE', NULL), (5, 2, 4, 1, 'VISA', 'BUREAU', 31);
      INSERT INTO type_dossier (id, collectivite_id, nom) VALUES (1, 1, 'Courrier'), (2, 1, 'Visa'), (3, 1, 'Chef'), (4, 2, 'Visa');
      INSERT INTO sous_type (id, collectivite_id, type_id, nom, circuit_id) VALUES
        (1, 1, 1, 'simple', 1), (2, 1, 2, 'simple', 2), (3, 1, 3, 'chef', 3), (4, 2, 4, 'simple', 4);
      INSERT INTO sous_type (id, collectivite_id, type_id, nom, circuit_id, creation_publique) VALUES (5, 1, 2, 'reserve', 2, false);
      INSERT INTO sous_type_acces (collectivite_id, sous_type_id, droit, bureau_id) VALUES (1, 5, 'CREER', 15);
      """;

  private Commune() {}

  static void fonder(Base base) {
    executer(base, SQL);
  }

  static void executer(Base base, String sql) {
    try (Connection c = connexion(base);
        var s = c.createStatement()) {
      s.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static long compter(Base base, String sql, Object... parametres) {
    try (Connection c = connexion(base);
        PreparedStatement s = c.prepareStatement(sql)) {
      for (int i = 0; i < parametres.length; i++) {
        s.setObject(i + 1, parametres[i]);
      }
      try (var r = s.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static String lire(Base base, String sql) {
    try (Connection c = connexion(base);
        var s = c.createStatement();
        var r = s.executeQuery(sql)) {
      r.next();
      return r.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connexion(Base base) throws SQLException {
    return DriverManager.getConnection(base.url(), base.compte(), base.motDePasse());
  }
}
