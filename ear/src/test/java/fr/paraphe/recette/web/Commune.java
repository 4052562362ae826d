package fr.paraphe.recette.web;

import fr.paraphe.outils.atelier.Base;
import fr.paraphe.recette.Produit;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * Une commune à part, « essai », que les tests d’écran peuplent eux-mêmes : ils ne dépendent pas de
 * la démonstration. Le mot de passe est tiré au hasard à chaque passage.
 */
final class Commune {
  static final String COURRIER = "Service courrier";

  private static final String SQL =
      """
      INSERT INTO collectivite (id, domaine, titre) VALUES (900, 'essai', 'Ville d’essai');
      INSERT INTO utilisateur (id, collectivite_id, identifiant, nom, prenom, courriel) VALUES
        (901, 900, 'agent', 'Agent', 'Camille', 'agent@essai.invalid'), (902, 900, 'dgs', 'Directrice', 'Claire', 'dgs@essai.invalid'),
        (903, 900, 'maire', 'Maire', 'Paul', 'maire@essai.invalid'), (904, 900, 'vide', 'Bureau', 'Sans', 'vide@essai.invalid');
      INSERT INTO utilisateur (id, collectivite_id, identifiant, nom, prenom, courriel, role) VALUES
        (905, 900, 'admin', 'Admin', 'Aline', 'admin@essai.invalid', 'ADMIN'),
        (909, 900, 'fonctionnel', 'Fonctionnel', 'Fanny', 'fonctionnel@essai.invalid', 'ADMIN_FONCTIONNEL'),
        (908, 900, 'super', 'Tout', 'Sam', 'super@essai.invalid', 'SUPER_ADMIN');
      INSERT INTO bureau (id, collectivite_id, nom_court, titre, superieur_id) VALUES
        (913, 900, 'Maire', 'Maire', NULL), (912, 900, 'DGS', 'Direction générale', 913), (911, 900, 'Service courrier', 'Service courrier', 912);
      INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES
        (900, 911, 901, 'PROPRIETAIRE'), (900, 912, 902, 'PROPRIETAIRE'), (900, 913, 903, 'PROPRIETAIRE'), (900, 911, 909, 'ADMINISTRATEUR');
      INSERT INTO circuit (id, collectivite_id, nom) VALUES (900, 900, 'visa-signature'), (901, 900, 'visa');
      INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, action, designation, bureau_id) VALUES
        (900, 900, 900, 1, 'VISA', 'BUREAU', 912), (901, 900, 900, 2, 'SIGNATURE', 'BUREAU', 913), (902, 900, 901, 1, 'VISA', 'BUREAU', 912);
      INSERT INTO type_dossier (id, collectivite_id, nom) VALUES (900, 900, 'Courrier'), (901, 900, 'Visa');
      INSERT INTO sous_type (id, collectivite_id, type_id, nom, circuit_id) VALUES (900, 900, 900, 'Courrier simple', 900), (901, 900, 901, 'Visa simple', 901);
      """;

  private static Commune unique;

  private final Produit produit;
  private final String motDePasse;

  private Commune(Produit produit) throws SQLException {
    this.produit = produit;
    byte[] hasard = new byte[12];
    new SecureRandom().nextBytes(hasard);
    this.motDePasse = HexFormat.of().formatHex(hasard);
    fonder();
  }

  static synchronized Commune fondee() {
    try {
      if (unique == null) {
        unique = new Commune(Produit.enMarche());
      }
      return unique;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String adresse(String page) {
    return produit.adresse() + "/iparapheur/" + page;
  }

  String motDePasse() {
    return motDePasse;
  }

  /**
   * Le mot de passe des comptes de démonstration, tel que le produit le donne à l’administrateur.
   */
  String motDePasseDemo() {
    return produit.comptesDemo().motDePasse();
  }

  int bureau(String login) {
    return switch (login) {
      case "agent" -> 911;
      case "dgs" -> 912;
      case "maire" -> 913;
      default -> throw new IllegalArgumentException(login);
    };
  }

  private void fonder() throws SQLException {
    byte[] sel = new byte[16];
    new SecureRandom().nextBytes(sel);
    String empreinte = OpenBSDBCrypt.generate("2a", motDePasse.toCharArray(), sel, 4);
    Base base = produit.instance().proprietaire();
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse())) {
      try (var s = c.createStatement()) {
        s.execute(SQL);
      }
      try (PreparedStatement s =
          c.prepareStatement(
              "UPDATE utilisateur SET mot_de_passe = ? WHERE collectivite_id = 900")) {
        s.setString(1, empreinte);
        s.executeUpdate();
      }
    }
  }
}
