package fr.paraphe.dossier;

import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.Tranche;

/**
 * Ce que l’on veut voir d’une corbeille.
 *
 * @param texte fragment du titre, sans égard à la casse ni aux accents ; vide : tous
 * @param action limité à cette action demandée ; {@code null} : toutes
 */
public record DemandeCorbeille(
    BureauId bureau,
    Bannette bannette,
    Tri tri,
    boolean decroissant,
    boolean nonLusSeuls,
    boolean enRetardSeuls,
    String texte,
    fr.paraphe.circuit.ActionDemandee action,
    Tranche tranche) {

  public static DemandeCorbeille de(BureauId bureau, Bannette bannette, Tranche tranche) {
    return new DemandeCorbeille(
        bureau, bannette, Tri.DATE_LIMITE, false, false, false, "", null, tranche);
  }
}
