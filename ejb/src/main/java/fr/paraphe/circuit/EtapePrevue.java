package fr.paraphe.circuit;

import java.util.List;

/**
 * Une étape montrée avant l’envoi (aperçu, GetCircuit).
 *
 * @param bureau nom du bureau
 * @param proprietaires « Prénom Nom » de ses propriétaires, dans l’ordre alphabétique
 */
public record EtapePrevue(ActionDemandee action, String bureau, List<String> proprietaires) {}
