package fr.paraphe.outils.controle;

import fr.paraphe.journal.modele.LigneChainee;
import fr.paraphe.outils.atelier.Base;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Recalcule la chaîne de chaque dossier, puis celle de chaque collectivité, en flux, et les compare
 * à ce qui est conservé et à la tête gardée à part. Une ligne changée, ôtée, glissée ou déplacée
 * est nommée par son dossier et son rang.
 */
public final class VerificationJournal {

  private static final int PAGE = 5000;

  private static final String LIGNES =
      """
      SELECT d.id, d.identifiant, d.journal_rang, d.journal_tete, e.rang, e.instant, e.collectivite_id, e.acteur_id, e.bureau_id,
        e.delegation_id, e.etape_id, e.nature, e.statut, e.acteur_nom, e.annotation, e.visible, e.empreinte
      FROM dossier d LEFT JOIN evenement e ON e.dossier_id = d.id ORDER BY d.id, e.rang
      """;

  private final Consumer<String> signaler;
  private long lignes;
  private Chaine chaine;

  private VerificationJournal(Consumer<String> signaler) {
    this.signaler = signaler;
  }

  /**
   * @param signaler reçoit une phrase par dossier touché : sa première altération
   * @return le nombre de lignes relues
   */
  public static long faire(Base base, Consumer<String> signaler) throws SQLException {
    VerificationJournal verification = new VerificationJournal(signaler);
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse())) {
      c.setAutoCommit(false);
      try (Statement s = c.createStatement()) {
        s.setFetchSize(PAGE);
        try (ResultSet r = s.executeQuery(LIGNES)) {
          while (r.next()) {
            verification.lire(r);
          }
        }
      }
      verification.clore();
      return verification.lignes + VerificationSysteme.faire(c, signaler);
    }
  }

  private void lire(ResultSet r) throws SQLException {
    if (chaine == null || chaine.dossier != r.getLong(1)) {
      clore();
      chaine = new Chaine(r.getLong(1), r.getString(2), r.getInt(3), r.getBytes(4));
    }
    if (r.getObject(5) != null) {
      lignes++;
      chaine.avancer(r);
    }
  }

  private void clore() {
    if (chaine != null) {
      chaine.clore();
      if (chaine.faute != null) {
        signaler.accept(chaine.faute);
      }
    }
    chaine = null;
  }

  /** La chaîne d’un dossier, au fil de sa lecture. */
  private static final class Chaine {

    private final long dossier;
    private final String identifiant;
    private final int rangAttendu;
    private final byte[] teteAttendue;
    private int rang;
    private byte[] tete = {};
    private String faute;

    Chaine(long dossier, String identifiant, int rangAttendu, byte[] teteAttendue) {
      this.dossier = dossier;
      this.identifiant = identifiant;
      this.rangAttendu = rangAttendu;
      this.teteAttendue = teteAttendue;
    }

    void avancer(ResultSet r) throws SQLException {
      int lu = r.getInt(5);
      if (faute == null && lu != rang + 1) {
        faute = phrase(rang + 1, "manque");
      }
      byte[] conservee = r.getBytes(17);
      if (faute == null && !Arrays.equals(conservee, ligne(r).empreinte(tete))) {
        faute = phrase(lu, "a été changée ou glissée");
      }
      rang = lu;
      tete = conservee;
    }

    void clore() {
      if (faute == null && rang != rangAttendu) {
        faute =
            phrase(Math.min(rang, rangAttendu) + 1, rang < rangAttendu ? "manque" : "est de trop");
      }
      if (faute == null && !Arrays.equals(tete, teteAttendue)) {
        faute = phrase(rang, "ne s’accorde pas avec la tête de chaîne du dossier");
      }
    }

    private String phrase(int ligne, String quoi) {
      return "Journal du dossier « " + identifiant + " » : la ligne " + ligne + " " + quoi + ".";
    }

    private LigneChainee ligne(ResultSet r) throws SQLException {
      return new LigneChainee(
          dossier,
          r.getInt(5),
          r.getTimestamp(6).toInstant(),
          r.getInt(7),
          (Integer) r.getObject(8),
          (Integer) r.getObject(9),
          (Integer) r.getObject(10),
          (Long) r.getObject(11),
          r.getString(12),
          r.getString(13),
          r.getString(14),
          r.getString(15),
          r.getBoolean(16));
    }
  }
}
