package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Circuit;
import fr.paraphe.outils.importation.Configuration.Etape;
import fr.paraphe.outils.importation.Noms.Nomme;
import fr.paraphe.outils.sql.Ordres;
import java.sql.SQLException;
import java.util.List;

/** Écrit les circuits et leurs étapes. */
final class EcritureCircuits extends Ecriture {

  private static final String CONNU =
      "UPDATE circuit SET nom = ?, bureau_final_id = CAST(? AS integer), public = ?, actif = ?, version = version + 1 WHERE id = ?";
  private static final String NEUF =
      "INSERT INTO circuit (nom, bureau_final_id, public, actif, collectivite_id, id) VALUES (?, CAST(? AS integer), ?, ?, ?, ?)";
  private static final String ACCES =
      "INSERT INTO circuit_acces (collectivite_id, circuit_id, bureau_id, groupe_id) VALUES (?, ?, CAST(? AS integer), CAST(? AS integer))";
  private static final String ETAPE =
      """
      INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, creneau, mode, requis, action, designation, bureau_id, delai_jours)
      VALUES (?, ?, ?, ?, ?, ?, CAST(? AS smallint), ?, ?, CAST(? AS integer), CAST(? AS smallint))
      """;

  EcritureCircuits(Ordres ordres, Anomalies anomalies, int collectivite) {
    super(ordres, anomalies, collectivite);
  }

  void ecrire(Configuration c) throws SQLException {
    chacun(c.circuits(), Circuit::ligne, this::circuit);
    chacun(c.circuits(), Circuit::ligne, this::etapes);
  }

  private void circuit(Circuit c) throws SQLException {
    poser(
        Nomme.CIRCUIT,
        c.nom(),
        CONNU,
        NEUF,
        c.nom(),
        trouver(Nomme.BUREAU, c.bureauFinal()).orElse(null),
        c.ouvert(),
        c.actif());
  }

  private void etapes(Circuit c) throws SQLException {
    int id = noms.chercher(Nomme.CIRCUIT, c.nom()).orElseThrow();
    ordres.ajouter("DELETE FROM circuit_acces WHERE circuit_id = ?", id);
    for (Integer bureau : trouver(Nomme.BUREAU, c.acces().bureaux())) {
      ordres.ajouter(ACCES, collectivite, id, bureau, null);
    }
    for (Integer groupe : trouver(Nomme.GROUPE, c.acces().groupes())) {
      ordres.ajouter(ACCES, collectivite, id, null, groupe);
    }
    ordres.ajouter("DELETE FROM etape_modele WHERE circuit_id = ?", id);
    int rang = 0;
    for (Etape e : c.etapes()) {
      rang++;
      List<Integer> bureaux = trouver(Nomme.BUREAU, e.bureaux());
      if (bureaux.size() == e.bureaux().size()) {
        etape(id, rang, e, bureaux);
      }
    }
  }

  private void etape(int circuit, int rang, Etape e, List<Integer> bureaux) throws SQLException {
    for (int creneau = 0; creneau < Math.max(1, bureaux.size()); creneau++) {
      ordres.ajouter(
          ETAPE,
          neuf(ordres),
          collectivite,
          circuit,
          rang,
          creneau,
          e.mode(),
          e.requis(),
          e.action(),
          e.designation(),
          bureaux.isEmpty() ? null : bureaux.get(creneau),
          e.delaiJours());
    }
  }
}
