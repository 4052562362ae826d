package fr.paraphe.dossier;

import fr.paraphe.organisation.BureauId;

/**
 * Une tuile de la page « Mes bureaux ».
 *
 * @param secretaire vrai si l’appelant n’en est que le secrétaire
 * @param peutCreer vrai si l’appelant peut créer un dossier depuis ce bureau
 */
public record BureauAccueil(
    BureauId id,
    String nom,
    String titre,
    String description,
    boolean secretaire,
    boolean peutCreer,
    Pastilles pastilles) {}
