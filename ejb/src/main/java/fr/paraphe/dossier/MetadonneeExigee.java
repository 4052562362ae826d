package fr.paraphe.dossier;

import fr.paraphe.typologie.MetadonneeAttendue;

/**
 * Une métadonnée que l’étape de l’appelant demande avec sa décision (features.md C8, C9).
 *
 * @param valeur celle que le dossier a déjà ; vide sinon
 * @param validation exigée pour valider
 * @param rejet exigée pour rejeter
 */
public record MetadonneeExigee(
    MetadonneeAttendue attendue, String valeur, boolean validation, boolean rejet) {}
