package fr.paraphe.outils.controle;

import fr.paraphe.outils.atelier.Atelier;
import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.sql.Ordres;
import fr.paraphe.stockage.Balayeur;
import fr.paraphe.stockage.Ecart;
import fr.paraphe.stockage.Reconciliation;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Les documents : chaque ligne a son fichier intact, chaque fichier a sa ligne. */
final class Rangement {

  /**
   * Un fichier sans ligne est d’abord un dépôt en cours, puis le reste d’un dépôt interrompu, que
   * le balayage de nuit ôte. Au-delà, c’est que le balayage ne se fait pas.
   */
  private static final Duration GRACE = Balayeur.DELAI.plus(Duration.ofHours(24));

  private static final String DOSSIERS =
      """
      SELECT DISTINCT d.identifiant FROM dossier d WHERE d.id IN (
        SELECT dossier_id FROM document WHERE blob_id = ? UNION SELECT dossier_id FROM document WHERE blob_origine_id = ?
        UNION SELECT dossier_id FROM document WHERE visuel_blob_id = ?) ORDER BY 1 LIMIT 5
      """;

  private final Ordres ordres;
  private final Consumer<String> signaler;

  private Rangement(Ordres ordres, Consumer<String> signaler) {
    this.ordres = ordres;
    this.signaler = signaler;
  }

  static void verifier(Base base, Instant maintenant, Consumer<String> signaler)
      throws SQLException, IOException {
    try (Atelier atelier = Atelier.ouvrir(base);
        Ordres ordres = Ordres.ouvrir(base)) {
      Rangement rangement = new Rangement(ordres, signaler);
      Reconciliation reconciliation = atelier.bean(Reconciliation.class);
      reconciliation.comparer(maintenant.minus(GRACE), rangement::noterFichierDeTrop);
      reconciliation.verifierContenus(rangement::noterDocument);
    }
  }

  /** Les fichiers absents sont nommés une fois, par la relecture des contenus. */
  private void noterFichierDeTrop(Ecart ecart) {
    if (ecart.nature() == Ecart.Nature.FICHIER_SANS_LIGNE) {
      signaler.accept(
          "Fichier rangé en "
              + ecart.emplacement()
              + " : la base ne le nomme pas, et le balayage de nuit aurait dû l’ôter.");
    }
  }

  private void noterDocument(Ecart ecart) {
    String quoi =
        switch (ecart.nature()) {
          case FICHIER_ABSENT -> "son fichier a disparu";
          case CLE_INCONNUE -> "les clés de cette installation ne l’ouvrent pas";
          default -> "son contenu a été altéré";
        };
    signaler.accept(
        "Document rangé en "
            + ecart.emplacement()
            + usage(ecart.blob().orElseThrow())
            + " : "
            + quoi
            + ".");
  }

  private String usage(long blob) {
    List<String> identifiants = new ArrayList<>();
    try (var ordre = ordres.preparer(DOSSIERS, blob, blob, blob);
        ResultSet r = ordre.executeQuery()) {
      while (r.next()) {
        identifiants.add("« " + r.getString(1) + " »");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return identifiants.isEmpty() ? "" : " (dossier " + String.join(", ", identifiants) + ")";
  }
}
