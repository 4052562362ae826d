package fr.paraphe.outils.banc;

import fr.paraphe.outils.sql.Ordres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Un lot de lettres que le serveur cachète seul : elles attendent toutes, le sous-type devient
 * automatique, la veille les prend. Chacune est signée, décidée, portée au journal.
 */
final class EpreuveCachets {

  private static final int LETTRES = 500;
  private static final int CHAUFFE = 600;
  private static final int LETTRE = 30_000;
  private static final int PATIENCE_MS = 180_000;
  private static final int REGARD_MS = 100;

  private static final String AUTOMATIQUE =
      """
      UPDATE sous_type s SET cachet_automatique = ? FROM collectivite c
      WHERE c.id = s.collectivite_id AND c.domaine = 'demo' AND s.nom = 'Cachet manuel'
      """;

  private static final String RESTENT =
      "SELECT count(*) FROM tache t JOIN dossier d ON d.id = t.dossier_id WHERE d.identifiant LIKE ? AND t.action = 'CACHET'";

  private static final String DUREE =
      """
      SELECT CAST(1000 * extract(epoch FROM max(e.instant) - min(e.instant)) AS bigint)
      FROM evenement e JOIN dossier d ON d.id = e.dossier_id WHERE d.identifiant LIKE ? AND e.nature = 'CACHET'
      """;

  private final Passe passe;

  EpreuveCachets(Passe passe) {
    this.passe = passe;
  }

  void jouer() throws Exception {
    poser("chauffe", CHAUFFE);
    deposer("seul", LETTRES);
    Duration avant = passe.memoire().processeur();
    noter("cachets par seconde, lot de 500 lettres", laisserPoser("seul"));
    noter(
        "cachets par seconde de processeur du serveur",
        passe.memoire().processeur().minus(avant).toMillis());

    deposer("lettre", LETTRES);
    AtomicBoolean fini = new AtomicBoolean();
    CompletableFuture<Mesure> pages =
        passe.consulterPendant("page des bureaux pendant les cachets", fini);
    noter("cachets par seconde pendant qu’on consulte sans cesse", laisserPoser("lettre"));
    fini.set(true);
    passe.noter(pages.get());
  }

  private void noter(String quoi, long millisecondes) {
    passe.resultats().chiffre(quoi, Math.round(10_000.0 * LETTRES / millisecondes) / 10.0);
  }

  private void poser(String lot, int nombre) throws Exception {
    deposer(lot, nombre);
    laisserPoser(lot);
  }

  private void deposer(String lot, int nombre) throws Exception {
    byte[] modele = PdfDEssai.de(LETTRE, 7);
    Charge.jouer(
        Passe.CLIENTS,
        nombre,
        PATIENCE_MS / 1000,
        n ->
            passe
                .soap()
                .creer(prefixe(lot) + n, "Cachet", "Cachet manuel", passe.numeroter(modele, n)));
  }

  private String prefixe(String lot) {
    return lot + "-" + passe.nom() + "-";
  }

  /** Millisecondes entre le premier et le dernier cachet du lot, d’après le journal. */
  private long laisserPoser(String lot) throws SQLException, InterruptedException {
    String lesSiens = prefixe(lot) + "%";
    try (Ordres ordres = Ordres.ouvrir(passe.base())) {
      ordres.executer(AUTOMATIQUE, true);
      long limite = System.nanoTime() + PATIENCE_MS * 1_000_000L;
      while (ordres.nombre(RESTENT, lesSiens) > 0) {
        if (System.nanoTime() > limite) {
          throw new IllegalStateException("le lot de cachets n’avance pas");
        }
        Thread.sleep(REGARD_MS);
      }
      ordres.executer(AUTOMATIQUE, false);
      return ordres.nombre(DUREE, lesSiens);
    }
  }
}
