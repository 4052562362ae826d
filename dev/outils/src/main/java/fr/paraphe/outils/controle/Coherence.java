package fr.paraphe.outils.controle;

import fr.paraphe.outils.atelier.Base;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Les invariants que la base doit tenir, chacun par une requête qui ne rend que les fautifs
 * (quality.md A12, I1 à I5).
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
  ETAT_SANS_HISTOIRE(
      "est dans un état que son journal ne raconte pas",
      """
      SELECT d.identifiant FROM dossier d LEFT JOIN LATERAL (
        SELECT e.nature FROM evenement e WHERE e.dossier_id = d.id
        AND e.nature IN ('CREATION','EMISSION','REJET','FIN_DE_CIRCUIT','ARCHIVAGE','EFFACEMENT') ORDER BY e.rang DESC LIMIT 1) h ON true
      WHERE d.etat IS DISTINCT FROM CASE h.nature WHEN 'CREATION' THEN 'BROUILLON' WHEN 'EMISSION' THEN 'EN_COURS'
        WHEN 'REJET' THEN 'REJETE' WHEN 'FIN_DE_CIRCUIT' THEN 'TERMINE' WHEN 'ARCHIVAGE' THEN 'ARCHIVE' WHEN 'EFFACEMENT' THEN 'SUPPRIME' END
      """),
  DECISION_SANS_TRACE(
      "a une étape décidée qui n’a pas exactement une ligne de décision au journal",
      """
      SELECT d.identifiant FROM etape e JOIN dossier d ON d.id = e.dossier_id
      WHERE e.decision IN ('VISE','SIGNE','CACHETE','REJETE') AND (SELECT count(*) FROM evenement v WHERE v.dossier_id = e.dossier_id
        AND v.etape_id = e.id AND v.nature IN ('VISA','SIGNATURE','CACHET','REJET')) <> 1
      """),
  TRACE_SANS_DECISION(
      "a une ligne de décision au journal pour une étape qui n’est pas décidée",
      """
      SELECT d.identifiant FROM evenement v JOIN dossier d ON d.id = v.dossier_id LEFT JOIN etape e ON e.id = v.etape_id
      WHERE v.nature IN ('VISA','SIGNATURE','CACHET','REJET') AND e.decision IS NULL
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

  private final String phrase;
  private final String sql;

  Coherence(String phrase, String sql) {
    this.phrase = phrase;
    this.sql = sql;
  }

  static List<String> fautes(Base base) throws SQLException {
    List<String> fautes = new ArrayList<>();
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse())) {
      c.setReadOnly(true);
      for (Coherence regle : values()) {
        regle.verifier(c, fautes);
      }
    }
    return fautes;
  }

  private void verifier(Connection c, List<String> fautes) throws SQLException {
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      while (r.next()) {
        fautes.add("Le dossier « " + r.getString(1) + " » " + phrase + ".");
      }
    }
  }
}
