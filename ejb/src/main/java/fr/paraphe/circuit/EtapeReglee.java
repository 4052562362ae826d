package fr.paraphe.circuit;

import java.util.List;

/**
 * Une étape telle que l’administrateur la dessine ; bureaux et métadonnées par leur nom court.
 *
 * @param bureaux vide si la désignation n’est pas {@link Designation#BUREAU} ; plusieurs si l’étape
 *     est parallèle
 * @param requis en mode {@link Mode#ET}, combien de décisions suffisent ; {@code null} : toutes
 * @param notifies bureaux prévenus quand l’étape est passée
 * @param notifieEmetteur vrai si le bureau émetteur l’est aussi
 */
public record EtapeReglee(
    ActionDemandee action,
    Designation designation,
    List<String> bureaux,
    Mode mode,
    Integer requis,
    List<String> validation,
    List<String> rejet,
    List<String> notifies,
    boolean notifieEmetteur) {

  public EtapeReglee {
    bureaux = List.copyOf(bureaux);
    validation = List.copyOf(validation);
    rejet = List.copyOf(rejet);
    notifies = List.copyOf(notifies);
  }

  /** En une ligne, pour le journal. */
  @Override
  public String toString() {
    return action
        + " "
        + (bureaux.isEmpty() ? designation : String.join("+", bureaux))
        + (mode == Mode.SEUL ? "" : " " + mode + (requis == null ? "" : requis))
        + (validation.isEmpty() ? "" : " validation=" + String.join("+", validation))
        + (rejet.isEmpty() ? "" : " rejet=" + String.join("+", rejet))
        + (notifies.isEmpty() ? "" : " notifie=" + String.join("+", notifies))
        + (notifieEmetteur ? " notifie l’émetteur" : "");
  }
}
