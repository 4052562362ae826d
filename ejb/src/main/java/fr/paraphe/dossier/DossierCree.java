package fr.paraphe.dossier;

/**
 * L’accusé d’une création.
 *
 * @param identifiantDonne vrai si l’appelant avait fourni l’identifiant
 * @param rejoue vrai si cette réponse répète celle d’une première demande dont la réponse n’était
 *     pas arrivée (contrat §J)
 */
public record DossierCree(
    IdentifiantDossier identifiant, String titre, boolean identifiantDonne, boolean rejoue) {}
