package fr.paraphe.circuit;

/**
 * Un circuit dans la liste d’administration.
 *
 * @param emplois nombre de sous-types qui le donnent
 */
public record CircuitTrouve(int id, String nom, int etapes, int emplois) {}
