package fr.paraphe.outils.controle;

import fr.paraphe.outils.atelier.Base;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/**
 * Les invariants que la base doit tenir sans que le journal y soit pour rien, chacun par une
 * requête qui ne rend que les fautifs (quality.md A12, I1, I2, I5) ; le reste est au {@link Rejeu}.
 */
enum Coherence {
  SANS_TACHE(
      "est en circulation mais n’attend nulle part",
      """
      SELECT d.identifiant FROM dossier d WHERE d.clos_le IS NULL AND NOT EXISTS (SELECT 1 FROM tache t WHERE t.dossier_id = d.id)
      """),
  TACHE_HORS_CIRCULATION(
      "est sorti de la circulation mais attend encore sur un bureau",
      "SELECT d.identifiant FROM tache t JOIN dossier d ON d.id = t.dossier_id WHERE d.clos_le IS NOT NULL"),
  TACHE_DECIDEE(
      "attend sur une étape déjà décidée",
      "SELECT d.identifiant FROM tache t JOIN dossier d ON d.id = t.dossier_id JOIN etape e ON e.id = t.etape_id WHERE e.decision IS NOT NULL"),
  MAUVAISE_TACHE(
      "n’attend pas sur sa première étape non décidée",
      """
      SELECT d.identifiant FROM tache t JOIN dossier d ON d.id = t.dossier_id JOIN etape e ON e.id = t.etape_id
      WHERE EXISTS (SELECT 1 FROM etape x WHERE x.dossier_id = d.id AND x.decision IS NULL AND x.rang < e.rang)
      """),
  TACHE_AILLEURS(
      "attend sur un bureau, ou pour un acte, que son étape ne dit pas",
      """
      SELECT d.identifiant FROM tache t JOIN dossier d ON d.id = t.dossier_id JOIN etape e ON e.id = t.etape_id
      WHERE (t.bureau_id, t.action) IS DISTINCT FROM (e.bureau_id, e.action)
      """),
  SIGNE_SANS_PREUVE(
      "a une étape signée ou cachetée sans preuve de signature",
      """
      SELECT d.identifiant FROM etape e JOIN dossier d ON d.id = e.dossier_id WHERE e.decision IN ('SIGNE','CACHETE')
      AND NOT EXISTS (SELECT 1 FROM signature s WHERE s.etape_id = e.id)
      """),
  SIGNATURE_INVALIDE(
      "porte une signature que le second moteur juge invalide",
      "SELECT d.identifiant FROM signature s JOIN dossier d ON d.id = s.dossier_id WHERE s.validation = 'INVALIDE'"),
  IDENTIFIANT_DOUBLE(
      "partage son identifiant avec un autre dossier en circulation",
      "SELECT identifiant FROM dossier WHERE clos_le IS NULL GROUP BY collectivite_id, identifiant HAVING count(*) > 1");

  private static final int PAGE = 1000;

  private final String phrase;
  private final String sql;

  Coherence(String phrase, String sql) {
    this.phrase = phrase;
    this.sql = sql;
  }

  /** Signale les fautifs de chaque règle, au fil de la lecture. */
  static void verifier(Base base, Consumer<String> signaler) throws SQLException {
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse())) {
      c.setReadOnly(true);
      c.setAutoCommit(false);
      for (Coherence regle : values()) {
        regle.verifier(c, signaler);
        c.commit();
      }
    }
  }

  private void verifier(Connection c, Consumer<String> signaler) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.setFetchSize(PAGE);
      try (ResultSet r = s.executeQuery(sql)) {
        while (r.next()) {
          signaler.accept("Le dossier « " + r.getString(1) + " » " + phrase + ".");
        }
      }
    }
  }
}
