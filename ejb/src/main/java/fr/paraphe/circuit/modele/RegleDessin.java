package fr.paraphe.circuit.modele;

import fr.paraphe.circuit.Designation;
import fr.paraphe.circuit.ErreurCircuit;
import fr.paraphe.circuit.EtapeReglee;
import fr.paraphe.circuit.Mode;
import fr.paraphe.circuit.ReglageCircuit;
import fr.paraphe.socle.ErreurMetier;
import java.util.HashSet;

/** Ce qu’un circuit dessiné doit respecter. */
public final class RegleDessin {

  private static final int ETAPES_MAX = 50;
  private static final int BUREAUX_MAX = 20;
  private static final int NOM_MAX = 255;

  private RegleDessin() {}

  /**
   * @throws ErreurMetier {@link ErreurCircuit#DESSIN_REFUSE}, en disant l’étape
   */
  public static void verifier(ReglageCircuit reglage) {
    boolean nomme =
        !reglage.nom().isEmpty()
            && reglage.nom().length() <= NOM_MAX
            && reglage.nom().chars().noneMatch(Character::isISOControl);
    exiger(nomme, 0, "donnez au circuit un nom de 255 caractères au plus");
    exiger(!reglage.etapes().isEmpty(), 0, "un circuit a au moins une étape");
    exiger(reglage.etapes().size() <= ETAPES_MAX, 0, "un circuit a 50 étapes au plus");
    for (int i = 0; i < reglage.etapes().size(); i++) {
      verifier(i + 1, reglage.etapes().get(i));
    }
  }

  private static void verifier(int rang, EtapeReglee e) {
    int bureaux = e.bureaux().size();
    boolean parBureau = e.designation() == Designation.BUREAU;
    exiger(Circuit.traitee(e.action()), rang, "cette action n’est pas encore traitée");
    exiger(parBureau == bureaux > 0, rang, "nommez un bureau, ou désignez-le autrement");
    exiger(bureaux <= BUREAUX_MAX, rang, "une étape a 20 bureaux au plus");
    exiger(
        new HashSet<>(e.bureaux()).size() == bureaux, rang, "un bureau n’y est nommé qu’une fois");
    exiger(
        (e.mode() == Mode.SEUL) == bureaux < 2,
        rang,
        "une étape parallèle a plusieurs bureaux, une autre un seul");
    exiger(
        e.mode() == Mode.SEUL || !e.action().name().equals("CACHET"),
        rang,
        "un cachet ne se pose pas en parallèle");
    exiger(
        e.requis() == null || e.mode() == Mode.ET && e.requis() >= 1 && e.requis() <= bureaux,
        rang,
        "le nombre de décisions requises va de 1 au nombre de bureaux d’une étape « Ensemble »");
  }

  private static void exiger(boolean tenue, int rang, String phrase) {
    if (!tenue) {
      throw new ErreurMetier(
              ErreurCircuit.DESSIN_REFUSE,
              (rang == 0 ? "Circuit\u00a0: " : "Étape " + rang + "\u00a0: ") + phrase + ".")
          .avec(rang);
    }
  }
}
