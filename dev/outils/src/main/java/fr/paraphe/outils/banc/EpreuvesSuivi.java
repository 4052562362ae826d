package fr.paraphe.outils.banc;

import fr.paraphe.outils.sql.Ordres;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;

/** Ce que lisent les connecteurs et les personnes. */
final class EpreuvesSuivi {

  static final String BUREAUX = "/iparapheur/bureaux.xhtml";
  private static final List<String> TRIS =
      List.of("date_limite", "arrivee", "creation", "titre", "type", "bureau_emetteur");

  private final Passe passe;
  private final int secondes;

  EpreuvesSuivi(Passe passe) {
    this.passe = passe;
    this.secondes = passe.options().secondes();
  }

  void jouer() throws Exception {
    historique();
    Charge.jouer(2, Passe.SANS_LIMITE, 5, n -> passe.web().page(BUREAUX, "Banc 20"));
    passe.page("page des bureaux, 20 bureaux", secondes, BUREAUX, "Banc 20");
    corbeille();
  }

  private void historique() throws Exception {
    int demo = Math.max(1, passe.options().dossiers() / 4);
    IntPredicate appel =
        n ->
            passe
                .soap()
                .historique(
                    Peuplement.PREFIXE
                        + Passe.numero(4 * ThreadLocalRandom.current().nextInt(demo)));
    Charge.jouer(Passe.CLIENTS, Passe.SANS_LIMITE, 12, appel);
    passe.mesurer(
        "SOAP GetHistoDossier, au hasard", Passe.CLIENTS, Passe.SANS_LIMITE, secondes, appel);
  }

  private void corbeille() throws Exception {
    String liste = "/iparapheur/corbeille.xhtml?bureau=" + bureau() + "&bannette=a-traiter";
    Charge.jouer(1, Passe.SANS_LIMITE, 3, n -> passe.web().page(liste, "BANC"));
    int part = Math.max(2, secondes / 3);
    for (String tri : TRIS) {
      passe.page(
          "corbeille triée par " + tri, part, liste + "&tri=" + tri + "&sens=desc", "du banc");
    }
    passe.page("corbeille, en retard", part, liste + "&retard=oui", "Banc 01");
    passe.page("corbeille, texte cherché", part, liste + "&q=banc+0", "Banc 01");
  }

  private int bureau() throws SQLException {
    try (Ordres ordres = Ordres.ouvrir(passe.base())) {
      return ordres
          .entier(
              "SELECT b.id FROM bureau b JOIN collectivite c ON c.id = b.collectivite_id WHERE c.domaine = 'demo' AND b.nom_court = 'Banc 01'")
          .orElseThrow();
    }
  }
}
