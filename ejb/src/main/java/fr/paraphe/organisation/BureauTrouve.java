package fr.paraphe.organisation;

/**
 * Un bureau dans une liste d’administration.
 *
 * @param superieur titre de son supérieur ; vide s’il n’en a pas
 * @param acteurs nombre de propriétaires et de secrétaires
 */
public record BureauTrouve(
    BureauId id, String nomCourt, String titre, String superieur, long acteurs, boolean actif) {}
