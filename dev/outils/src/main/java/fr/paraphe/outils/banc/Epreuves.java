package fr.paraphe.outils.banc;

import fr.paraphe.outils.sql.Ordres;
import java.sql.SQLException;

/** Les opérations que l’on doit (design §6), sur le serveur en marche. */
final class Epreuves {

  private static final int REGARD_MS = 500;

  private final Passe passe;

  Epreuves(Passe passe) {
    this.passe = passe;
  }

  void jouer() throws Exception {
    passe
        .resultats()
        .chiffre("mémoire résidente du serveur au repos, Mio", passe.memoire().residente());
    compter();
    laisserJuger();
    new EpreuvesSuivi(passe).jouer();
    EpreuvesDepot depots = new EpreuvesDepot(passe);
    depots.creations();
    new EpreuveCachets(passe).jouer();
    depots.gros();
    passe
        .resultats()
        .chiffre("mémoire résidente du serveur après la charge, Mio", passe.memoire().residente());
  }

  /** Les signatures d’une passe précédente, que le second moteur juge encore, fausseraient tout. */
  private void laisserJuger() throws SQLException, InterruptedException {
    try (Ordres ordres = Ordres.ouvrir(passe.base())) {
      while (ordres.nombre("SELECT count(*) FROM signature WHERE validation = 'A_FAIRE'") > 0) {
        Thread.sleep(REGARD_MS);
      }
    }
  }

  /** Ce que la base contient vraiment au moment de la mesure. */
  private void compter() throws SQLException {
    try (Ordres ordres = Ordres.ouvrir(passe.base())) {
      compter(ordres, "dossiers en base", "SELECT count(*) FROM dossier");
      compter(ordres, "dont en circulation", "SELECT count(DISTINCT dossier_id) FROM tache");
      compter(ordres, "collectivités", "SELECT count(*) FROM collectivite");
      compter(ordres, "comptes", "SELECT count(*) FROM utilisateur");
      compter(ordres, "bureaux", "SELECT count(*) FROM bureau");
    }
  }

  private void compter(Ordres ordres, String quoi, String requete) throws SQLException {
    passe.resultats().contexte(quoi, String.valueOf(ordres.nombre(requete)));
  }
}
