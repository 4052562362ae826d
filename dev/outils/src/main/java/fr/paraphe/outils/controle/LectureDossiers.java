package fr.paraphe.outils.controle;

import fr.paraphe.outils.controle.DossierLu.Auteur;
import fr.paraphe.outils.controle.DossierLu.Etape;
import fr.paraphe.outils.controle.DossierLu.Issue;
import fr.paraphe.outils.controle.DossierLu.Ligne;
import fr.paraphe.outils.controle.DossierLu.Place;
import fr.paraphe.outils.controle.DossierLu.Situation;
import fr.paraphe.outils.controle.DossierLu.Suivi;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tous les dossiers, page par page dans l’ordre de leur clé : trois requêtes par page, dans une
 * transaction en lecture seule qui voit un seul instant. Le produit peut travailler pendant ce
 * temps ; la mémoire ne tient qu’une page.
 */
public final class LectureDossiers {

  private static final String DOSSIERS =
      "SELECT id, identifiant, etat, statut, cree_le, emis_le, clos_le FROM dossier WHERE id > ? ORDER BY id LIMIT ?";
  private static final String ETAPES =
      """
      SELECT dossier_id, id, rang, creneau, action, arrivee_le, lue_le, decision, decidee_le, decidee_par, decideur_bureau_id,
        delegation_id, annotation_publique, mode, requis, tour
      FROM etape WHERE dossier_id = ANY (?) ORDER BY dossier_id, rang, creneau
      """;
  private static final String JOURNAL =
      """
      SELECT dossier_id, rang, nature, statut, etape_id, annotation, instant, acteur_id, bureau_id, delegation_id
      FROM evenement WHERE dossier_id = ANY (?) ORDER BY dossier_id, rang
      """;

  private final Connection connexion;
  private final int page;

  /**
   * @param connexion à l’usage exclusif de cette lecture
   * @param page nombre de dossiers lus ensemble
   */
  public LectureDossiers(Connection connexion, int page) throws SQLException {
    this.connexion = connexion;
    this.page = page;
    connexion.setReadOnly(true);
    connexion.setAutoCommit(false);
    connexion.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
  }

  /**
   * Rejoue le journal de chaque dossier et signale ce qu’il n’explique pas.
   *
   * @return le nombre de dossiers relus
   */
  public long rejouer(Consumer<String> signaler) throws SQLException {
    long relus = 0;
    long apres = Long.MIN_VALUE;
    for (List<DossierLu> lus = lire(apres); !lus.isEmpty(); lus = lire(apres)) {
      lus.forEach(dossier -> Rejeu.fautes(dossier).forEach(signaler));
      relus += lus.size();
      apres = lus.get(lus.size() - 1).id();
    }
    return relus;
  }

  private List<DossierLu> lire(long apres) throws SQLException {
    Map<Long, DossierLu> dossiers = new LinkedHashMap<>();
    try (PreparedStatement ordre = connexion.prepareStatement(DOSSIERS)) {
      ordre.setLong(1, apres);
      ordre.setInt(2, page);
      try (ResultSet r = ordre.executeQuery()) {
        while (r.next()) {
          dossiers.put(r.getLong(1), dossier(r));
        }
      }
    }
    if (!dossiers.isEmpty()) {
      Array cles = connexion.createArrayOf("bigint", dossiers.keySet().toArray());
      completer(ETAPES, cles, r -> dossiers.get(r.getLong(1)).etapes().add(etape(r)));
      completer(JOURNAL, cles, r -> dossiers.get(r.getLong(1)).journal().add(ligne(r)));
    }
    connexion.commit();
    return List.copyOf(dossiers.values());
  }

  private interface Recueil {
    void recueillir(ResultSet ligne) throws SQLException;
  }

  private void completer(String sql, Array cles, Recueil recueil) throws SQLException {
    try (PreparedStatement ordre = connexion.prepareStatement(sql)) {
      ordre.setArray(1, cles);
      try (ResultSet r = ordre.executeQuery()) {
        while (r.next()) {
          recueil.recueillir(r);
        }
      }
    }
  }

  private static DossierLu dossier(ResultSet r) throws SQLException {
    Situation situation =
        new Situation(r.getString(3), r.getString(4), instant(r, 5), instant(r, 6), instant(r, 7));
    return new DossierLu(
        r.getLong(1), r.getString(2), situation, new ArrayList<>(), new ArrayList<>());
  }

  private static Etape etape(ResultSet r) throws SQLException {
    String decision = r.getString(8);
    Issue issue =
        decision == null
            ? null
            : new Issue(decision, instant(r, 9), entier(r, 10), entier(r, 11), entier(r, 12));
    return new Etape(
        r.getLong(2),
        new Place(
            r.getInt(16), r.getInt(3), r.getInt(4), r.getString(14), (Integer) r.getObject(15)),
        r.getString(5),
        new Suivi(instant(r, 6), instant(r, 7), issue, r.getString(13)));
  }

  private static Ligne ligne(ResultSet r) throws SQLException {
    return new Ligne(
        r.getInt(2),
        r.getString(3),
        r.getString(4),
        (Long) r.getObject(5),
        r.getString(6),
        new Auteur(instant(r, 7), entier(r, 8), entier(r, 9), entier(r, 10)));
  }

  private static Integer entier(ResultSet r, int colonne) throws SQLException {
    return (Integer) r.getObject(colonne);
  }

  private static Instant instant(ResultSet r, int colonne) throws SQLException {
    Timestamp lu = r.getTimestamp(colonne);
    return lu == null ? null : lu.toInstant();
  }
}
