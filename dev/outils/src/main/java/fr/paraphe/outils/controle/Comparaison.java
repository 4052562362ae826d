package fr.paraphe.outils.controle;

import fr.paraphe.outils.controle.DossierLu.Etape;
import fr.paraphe.outils.controle.DossierLu.Issue;
import fr.paraphe.outils.controle.DossierLu.Situation;
import fr.paraphe.outils.controle.DossierLu.Suivi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ce que la base garde d’un dossier, face à ce que son journal raconte. */
final class Comparaison {

  private final String identifiant;
  private final List<String> fautes = new ArrayList<>();

  private Comparaison(String identifiant) {
    this.identifiant = identifiant;
  }

  /**
   * @param suivis par étape ; une étape absente est une étape que le journal n’a pas fait naître
   */
  static List<String> fautes(DossierLu dossier, Situation racontee, Map<Long, Suivi> suivis) {
    Comparaison comparaison = new Comparaison(dossier.identifiant());
    comparaison.situation(dossier.situation(), racontee);
    dossier.etapes().forEach(e -> comparaison.etape(e, suivis.get(e.id())));
    return comparaison.fautes;
  }

  private void situation(Situation gardee, Situation racontee) {
    comparer("état", gardee.etat(), racontee.etat());
    comparer("statut", gardee.statut(), racontee.statut());
    comparer("création", gardee.creeLe(), racontee.creeLe());
    comparer("émission", gardee.emisLe(), racontee.emisLe());
    comparer("clôture", gardee.closLe(), racontee.closLe());
  }

  private void etape(Etape etape, Suivi raconte) {
    if (raconte == null) {
      fautes.add(
          "Le dossier « "
              + identifiant
              + " » a une "
              + etape.nom()
              + " que son journal n’explique pas.");
      return;
    }
    Suivi garde = etape.suivi();
    comparer("décision à l’" + etape.nom(), Issue.dire(garde.issue()), Issue.dire(raconte.issue()));
    comparer("arrivée à l’" + etape.nom(), garde.arriveeLe(), raconte.arriveeLe());
    comparer("lecture à l’" + etape.nom(), garde.lueLe(), raconte.lueLe());
    if (raconte.annotation() != null && garde.annotation() != null) {
      comparer("annotation à l’" + etape.nom(), nfc(garde.annotation()), raconte.annotation());
    }
  }

  /** Le journal garde ses textes sous cette forme. */
  private static String nfc(String texte) {
    return Normalizer.normalize(texte, Normalizer.Form.NFC);
  }

  private void comparer(String quoi, Object garde, Object raconte) {
    if (!Objects.equals(garde, raconte)) {
      fautes.add(
          "Le dossier « "
              + identifiant
              + " », "
              + quoi
              + " : la base dit « "
              + dire(garde)
              + " », son journal « "
              + dire(raconte)
              + " ».");
    }
  }

  private static String dire(Object valeur) {
    return valeur == null ? "jamais" : valeur.toString();
  }
}
