package fr.paraphe.recette.soap;

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
 * Deux communes à part, « connect » et sa voisine : un compte de connecteur, un valideur. Le mot de
 * passe porte un deux-points et un accent, comme chez de vrais utilisateurs.
 */
final class CommuneSoap {

  static final String WS = "ws@connect";
  static final String DGS = "dgs@connect";
  static final String ANCIEN = "ancien@connect";
  static final String VOISIN = "ws@voisine";

  private static final String SQL =
      """
      INSERT INTO collectivite (id, domaine, titre) VALUES (950, 'connect', 'Ville des connecteurs'), (960, 'voisine', 'Ville voisine');
      INSERT INTO utilisateur (id, collectivite_id, identifiant, nom, prenom, courriel) VALUES
        (951, 950, 'ws', 'Web', 'Service', 'ws@connect.invalid'), (952, 950, 'dgs', 'Directrice', 'Claire', 'dgs@connect.invalid'),
        (953, 950, 'ancien', 'Connecteur', 'Ancien', 'ancien@connect.invalid'),
        (961, 960, 'ws', 'Voisin', 'Service', 'ws@voisine.invalid');
      INSERT INTO bureau (id, collectivite_id, nom_court, titre) VALUES
        (951, 950, 'WebService', 'WebService'), (952, 950, 'DGS', 'DGS'), (961, 960, 'WebService', 'WebService');
      INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES
        (950, 951, 951, 'PROPRIETAIRE'), (950, 952, 952, 'PROPRIETAIRE'), (960, 961, 961, 'PROPRIETAIRE');
      INSERT INTO circuit (id, collectivite_id, nom) VALUES (950, 950, 'visa'), (951, 950, 'visa-signature');
      INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, action, designation, bureau_id) VALUES
        (950, 950, 950, 1, 'VISA', 'BUREAU', 952), (951, 950, 951, 1, 'VISA', 'BUREAU', 952),
        (952, 950, 951, 2, 'SIGNATURE', 'BUREAU', 952);
      INSERT INTO type_dossier (id, collectivite_id, nom) VALUES (950, 950, 'Courrier'), (951, 950, 'Visa');
      INSERT INTO sous_type (id, collectivite_id, type_id, nom, circuit_id) VALUES
        (950, 950, 950, 'Courrier simple', 951), (951, 950, 951, 'Visa simple', 950);
      INSERT INTO bureau (id, collectivite_id, nom_court, titre) VALUES (953, 950, 'Voirie', 'Voirie');
      INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES (950, 953, 952, 'PROPRIETAIRE');
      INSERT INTO type_dossier (id, collectivite_id, nom, protocole) VALUES (952, 950, 'Voirie', 'AUCUN'), (953, 950, 'Yhelios', 'HELIOS');
      INSERT INTO sous_type (id, collectivite_id, type_id, nom, circuit_id, multi_document) VALUES
        (952, 950, 952, 'Permission', 950, true), (953, 950, 953, 'PES', 950, false);
      INSERT INTO metadonnee (id, collectivite_id, nom_court, nom_long, nature, valeurs) VALUES
        (950, 950, 'canton', 'Canton', 'TEXTE', '{Nord,Sud}'), (951, 950, 'mameta_bool', 'Urgent', 'BOOLEEN', '{}'),
        (952, 950, 'montant', 'Montant', 'DECIMAL', '{}'), (953, 950, 'notee_le', 'Notée le', 'DATE', '{}'),
        (954, 950, 'page', 'Page', 'URL', '{}'), (955, 950, 'rang', 'Rang', 'ENTIER', '{}');
      INSERT INTO sous_type_metadonnee (collectivite_id, sous_type_id, metadonnee_id, ordre, obligatoire) VALUES
        (950, 952, 951, 1, true), (950, 952, 952, 2, false), (950, 952, 950, 3, false);
      """;

  private static CommuneSoap unique;

  private final Produit produit;
  private final String motDePasse;

  private CommuneSoap(Produit produit) throws SQLException {
    this.produit = produit;
    byte[] hasard = new byte[12];
    new SecureRandom().nextBytes(hasard);
    this.motDePasse = "é:" + HexFormat.of().formatHex(hasard);
    fonder();
  }

  static synchronized CommuneSoap fondee() {
    try {
      if (unique == null) {
        unique = new CommuneSoap(Produit.enMarche());
      }
      return unique;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String adresse() {
    return produit.adresse();
  }

  Produit produit() {
    return produit;
  }

  String motDePasse() {
    return motDePasse;
  }

  /** Ferme le compte {@link #ANCIEN}, pendant que le serveur tourne. */
  void fermerAncien() {
    Base base = produit.instance().proprietaire();
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse());
        var s = c.createStatement()) {
      s.executeUpdate("UPDATE utilisateur SET actif = false WHERE id = 953");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Pose les réglages de la commune. */
  void regler(String json) {
    Base base = produit.instance().proprietaire();
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse());
        PreparedStatement s =
            c.prepareStatement("UPDATE collectivite SET reglages = ?::jsonb WHERE id = 950")) {
      s.setString(1, json);
      s.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Attend que cela devienne vrai, dix secondes au plus. */
  void attendre(java.util.function.BooleanSupplier condition) {
    for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L);
    }
  }

  /** Le nombre que cette requête rend. */
  long compter(String sql) {
    Base base = produit.instance().proprietaire();
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse());
        var s = c.createStatement();
        var lignes = s.executeQuery(sql)) {
      lignes.next();
      return lignes.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fonder() throws SQLException {
    byte[] sel = new byte[16];
    new SecureRandom().nextBytes(sel);
    String empreinte =
        OpenBSDBCrypt.generate(
            "2a", motDePasse.getBytes(java.nio.charset.StandardCharsets.UTF_8), sel, 4);
    Base base = produit.instance().proprietaire();
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse())) {
      try (var s = c.createStatement()) {
        s.execute(SQL);
      }
      try (PreparedStatement s =
          c.prepareStatement(
              "UPDATE utilisateur SET mot_de_passe = ? WHERE collectivite_id IN (950, 960)")) {
        s.setString(1, empreinte);
        s.executeUpdate();
      }
    }
  }
}
