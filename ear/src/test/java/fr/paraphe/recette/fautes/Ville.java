package fr.paraphe.recette.fautes;

import fr.paraphe.outils.atelier.Base;
import fr.paraphe.recette.Produit;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * Une copie du produit et une ville « faute » qui ne doit rien à la démonstration : agent (Service
 * courrier), dgs et dgs2 (tous deux titulaires de DGS), adjoint (délégué de DGS), ws (compte
 * technique) ; et sa voisine « voisine », avec un agent.
 */
final class Ville {

  static final String DOMAINE = "faute";

  private static final String SQL =
      """
      INSERT INTO collectivite (id, domaine, titre) VALUES (800, 'faute', 'Ville malmenée'), (850, 'voisine', 'Ville voisine');
      INSERT INTO utilisateur (id, collectivite_id, identifiant, nom, prenom, courriel) VALUES
        (801, 800, 'agent', 'Agent', 'Camille', 'agent@faute.invalid'), (802, 800, 'dgs', 'Directrice', 'Claire', 'dgs@faute.invalid'),
        (803, 800, 'dgs2', 'Second', 'Denis', 'dgs2@faute.invalid'), (804, 800, 'adjoint', 'Adjointe', 'Anne', 'adjoint@faute.invalid'),
        (805, 800, 'ws', 'Web', 'Service', 'ws@faute.invalid'), (851, 850, 'agent', 'Agent', 'Alex', 'agent@voisine.invalid');
      INSERT INTO bureau (id, collectivite_id, nom_court, titre, superieur_id) VALUES
        (812, 800, 'DGS', 'Direction générale', NULL), (811, 800, 'Service courrier', 'Service courrier', 812),
        (814, 800, 'Premier adjoint', 'Premier adjoint', NULL), (815, 800, 'WebService', 'WebService', 812),
        (861, 850, 'Courrier', 'Courrier', NULL);
      INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES
        (800, 811, 801, 'PROPRIETAIRE'), (800, 812, 802, 'PROPRIETAIRE'), (800, 812, 803, 'PROPRIETAIRE'),
        (800, 814, 804, 'PROPRIETAIRE'), (800, 815, 805, 'PROPRIETAIRE'), (850, 861, 851, 'PROPRIETAIRE');
      INSERT INTO delegation (id, collectivite_id, bureau_id, delegue_id, periode, creee_par) VALUES
        (800, 800, 812, 814, tstzrange(now() - interval '1 day', now() + interval '1 day'), 802);
      INSERT INTO compte_technique (utilisateur_id, collectivite_id, bureau_id, libelle) VALUES (805, 800, 815, 'Connecteur');
      INSERT INTO circuit (id, collectivite_id, nom) VALUES (800, 800, 'visa'), (850, 850, 'visa');
      INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, action, designation, bureau_id) VALUES
        (800, 800, 800, 1, 'VISA', 'BUREAU', 812), (850, 850, 850, 1, 'VISA', 'BUREAU', 861);
      INSERT INTO type_dossier (id, collectivite_id, nom) VALUES (800, 800, 'Visa'), (850, 850, 'Visa');
      INSERT INTO sous_type (id, collectivite_id, type_id, nom, circuit_id) VALUES
        (800, 800, 800, 'Visa simple', 800), (850, 850, 850, 'Visa simple', 850);
      """;

  private static Ville unique;

  private final Produit produit;
  private final String motDePasse = auHasard();

  private Ville(Produit produit) throws SQLException {
    this.produit = produit;
    fonder();
  }

  /** La ville commune à tous les tests de ce paquet, démarrée au premier besoin. */
  static synchronized Ville debout() {
    try {
      if (unique == null) {
        unique = new Ville(Produit.autre("fautes"));
      }
      return unique;
    } catch (IOException | InterruptedException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Produit produit() {
    return produit;
  }

  String motDePasse() {
    return motDePasse;
  }

  /** Une session neuve, connectée. */
  Navigation entrer(String login) throws IOException, InterruptedException {
    Navigation navigation = new Navigation(produit.adresse());
    navigation.entrer(complet(login), motDePasse);
    return navigation;
  }

  static String complet(String login) {
    return login.contains("@") ? login : login + "@" + DOMAINE;
  }

  long compter(String sql, Object... parametres) throws SQLException {
    return Long.parseLong(lignes(sql, parametres).get(0));
  }

  /** La première colonne de chaque ligne. */
  List<String> lignes(String sql, Object... parametres) throws SQLException {
    try (Connection c = connexion();
        PreparedStatement s = c.prepareStatement(sql)) {
      for (int i = 0; i < parametres.length; i++) {
        s.setObject(i + 1, parametres[i]);
      }
      List<String> lignes = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          lignes.add(r.getString(1));
        }
      }
      return lignes;
    }
  }

  /** Tout ce qui ne doit pas bouger quand une demande est refusée. */
  String inventaire() throws SQLException {
    return String.join(
        " ",
        lignes(
            """
            SELECT (SELECT count(*) FROM dossier) || ' dossiers, ' || (SELECT count(*) FROM etape WHERE decision IS NOT NULL)
            || ' décisions, ' || (SELECT count(*) FROM document) || ' documents, ' || (SELECT count(*) FROM evenement) || ' lignes'
            """));
  }

  private void fonder() throws SQLException {
    byte[] sel = new byte[16];
    new SecureRandom().nextBytes(sel);
    try (Connection c = connexion()) {
      try (var s = c.createStatement()) {
        s.execute(SQL);
      }
      try (PreparedStatement s =
          c.prepareStatement(
              "UPDATE utilisateur SET mot_de_passe = ? WHERE collectivite_id IN (800, 850)")) {
        s.setString(1, OpenBSDBCrypt.generate("2a", motDePasse.toCharArray(), sel, 4));
        s.executeUpdate();
      }
    }
  }

  private Connection connexion() throws SQLException {
    Base base = produit.instance().proprietaire();
    return DriverManager.getConnection(base.url(), base.compte(), base.motDePasse());
  }

  private static String auHasard() {
    byte[] hasard = new byte[12];
    new SecureRandom().nextBytes(hasard);
    return HexFormat.of().formatHex(hasard);
  }
}
