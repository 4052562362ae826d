package fr.paraphe.circuit;

/**
 * Une étape d’un circuit imposé par la demande de création (CircuitObligatoire).
 *
 * @param bureau nom du bureau
 * @param action {@link ActionDemandee#ARCHIVAGE} : la fin de circuit, en dernier seulement
 */
public record EtapeImposee(String bureau, ActionDemandee action) {}
