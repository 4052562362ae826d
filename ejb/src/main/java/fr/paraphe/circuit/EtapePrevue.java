package fr.paraphe.circuit;

import java.util.List;

/**
 * Une étape montrée avant l’envoi (aperçu, GetCircuit). Les bureaux d’une étape parallèle se
 * suivent, créneaux 0, 1, 2…
 *
 * @param bureau nom du bureau ; vide : pas encore connu
 * @param proprietaires « Prénom Nom » de ses propriétaires, dans l’ordre alphabétique
 * @param requis nombre de décisions qui suffit ; {@code null} : toutes
 * @param notifies noms des bureaux prévenus
 */
public record EtapePrevue(
    ActionDemandee action,
    String bureau,
    List<String> proprietaires,
    Mode mode,
    int creneau,
    Integer requis,
    List<String> notifies) {

  public EtapePrevue {
    proprietaires = List.copyOf(proprietaires);
    notifies = List.copyOf(notifies);
  }

  public boolean inconnue() {
    return bureau.isEmpty();
  }
}
