package fr.paraphe.outils.demo;

import fr.paraphe.organisation.BureauId;
import fr.paraphe.outils.sql.Ordres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ce que la base a déjà de la démonstration : ce qui y est n’est pas refait. */
final class DejaLa {

  private static final String FINIE =
      "SELECT 1 FROM collectivite WHERE domaine = 'demo' AND reglages ->> 'demonstration-chargee' = 'oui'";

  private static final String FINIR =
      "UPDATE collectivite SET reglages = reglages || '{\"demonstration-chargee\": \"oui\"}' WHERE domaine = 'demo'";

  private static final String FAITS =
      """
      SELECT e.nature, u.identifiant || '@' || c.domaine FROM evenement e JOIN dossier d ON d.id = e.dossier_id
      JOIN utilisateur u ON u.id = e.acteur_id JOIN collectivite c ON c.id = d.collectivite_id
      WHERE d.identifiant = ? AND c.domaine = ? ORDER BY e.rang
      """;

  private static final String BUREAU =
      """
      SELECT b.id FROM bureau b JOIN collectivite c ON c.id = b.collectivite_id WHERE c.domaine = ? AND b.nom_court = ?
      """;

  private static final String DU_MAIRE =
      "WHERE identifiant = 'maire' AND collectivite_id = (SELECT id FROM collectivite WHERE domaine = 'demo')";

  private final Ordres ordres;

  DejaLa(Ordres ordres) {
    this.ordres = ordres;
  }

  /** Un acte du journal et son auteur, {@code identifiant@domaine}. */
  record Fait(String nature, String par) {}

  boolean finie() throws SQLException {
    return ordres.valeur(FINIE).isPresent();
  }

  void finir() throws SQLException {
    ordres.executer(FINIR);
  }

  /** Les faits de ce dossier, dans l’ordre ; vide s’il n’existe pas. */
  List<Fait> faits(Recit recit) throws SQLException {
    List<Fait> faits = new ArrayList<>();
    try (var ordre = ordres.preparer(FAITS, recit.id(), recit.creation().domaine());
        ResultSet lignes = ordre.executeQuery()) {
      while (lignes.next()) {
        faits.add(new Fait(lignes.getString(1), lignes.getString(2)));
      }
    }
    return faits;
  }

  /** Vide si le récit ne nomme pas de bureau. */
  Optional<BureauId> bureau(Recit.Moment moment) throws SQLException {
    return ordres.entier(BUREAU, moment.domaine(), moment.bureau()).map(BureauId::new);
  }

  boolean imageDuMaire() throws SQLException {
    return ordres.valeur("SELECT image_blob_id FROM utilisateur " + DU_MAIRE).isPresent();
  }

  void donnerImageAuMaire(long blob) throws SQLException {
    ordres.executer("UPDATE utilisateur SET image_blob_id = ? " + DU_MAIRE, blob);
  }
}
