package fr.paraphe.outils.controle;

import fr.paraphe.journal.modele.LigneSysteme;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Recalcule la chaîne d’administration de chaque collectivité et la compare à ce qui est conservé
 * et à la tête que garde la collectivité.
 */
final class VerificationSysteme {

  private static final int PAGE = 5000;

  private static final String LIGNES =
      """
      SELECT c.id, c.domaine, c.journal_rang, c.journal_tete, e.rang, e.instant, e.nature, e.acteur_id, e.acteur_nom,
        CAST(e.adresse AS text), e.objet, CAST(e.detail AS text), e.empreinte
      FROM collectivite c LEFT JOIN evenement_systeme e ON e.collectivite_id = c.id ORDER BY c.id, e.rang
      """;

  private final Consumer<String> signaler;
  private long lignes;
  private int collectivite;
  private String domaine;
  private long rangAttendu;
  private byte[] teteAttendue;
  private long rang;
  private byte[] tete;
  private boolean touchee;

  private VerificationSysteme(Consumer<String> signaler) {
    this.signaler = signaler;
  }

  /**
   * @return le nombre de lignes relues
   */
  static long faire(Connection c, Consumer<String> signaler) throws SQLException {
    VerificationSysteme verification = new VerificationSysteme(signaler);
    try (Statement s = c.createStatement()) {
      s.setFetchSize(PAGE);
      try (ResultSet r = s.executeQuery(LIGNES)) {
        while (r.next()) {
          verification.lire(r);
        }
      }
    }
    verification.clore();
    return verification.lignes;
  }

  private void lire(ResultSet r) throws SQLException {
    if (collectivite != r.getInt(1)) {
      clore();
      ouvrir(r);
    }
    if (r.getObject(5) != null) {
      lignes++;
      avancer(r);
    }
  }

  private void ouvrir(ResultSet r) throws SQLException {
    collectivite = r.getInt(1);
    domaine = r.getString(2);
    rangAttendu = r.getLong(3);
    teteAttendue = r.getBytes(4);
    rang = 0;
    tete = new byte[0];
    touchee = false;
  }

  private void avancer(ResultSet r) throws SQLException {
    long lu = r.getLong(5);
    byte[] conservee = r.getBytes(13);
    if (lu != rang + 1) {
      dire(rang + 1, "manque");
    }
    if (!Arrays.equals(conservee, ligne(r).empreinte(tete))) {
      dire(lu, "a été changée ou glissée");
    }
    rang = lu;
    tete = conservee;
  }

  private LigneSysteme ligne(ResultSet r) throws SQLException {
    return new LigneSysteme(
        collectivite,
        r.getLong(5),
        r.getTimestamp(6).toInstant(),
        r.getString(7),
        (Integer) r.getObject(8),
        r.getString(9),
        r.getString(10),
        r.getString(11),
        r.getString(12));
  }

  private void clore() {
    if (collectivite == 0) {
      return;
    }
    if (rang != rangAttendu) {
      dire(Math.min(rang, rangAttendu) + 1, rang < rangAttendu ? "manque" : "est de trop");
    } else if (!Arrays.equals(tete, teteAttendue)) {
      dire(rang, "ne s’accorde pas avec la tête de chaîne de la collectivité");
    }
  }

  /** Une seule phrase par chaîne : sa première altération. */
  private void dire(long ligne, String quoi) {
    if (!touchee) {
      touchee = true;
      signaler.accept(
          "Journal d’administration de « " + domaine + " » : la ligne " + ligne + " " + quoi + ".");
    }
  }
}
