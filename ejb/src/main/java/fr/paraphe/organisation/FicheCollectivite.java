package fr.paraphe.organisation;

/**
 * Une collectivité en administration.
 *
 * @param version à rendre à l’enregistrement
 * @param fermable faux pour celle par défaut et pour celle de qui regarde
 */
public record FicheCollectivite(
    CollectiviteId id,
    int version,
    ReglageCollectivite reglage,
    boolean active,
    boolean fermable,
    CollectiviteTrouvee taille) {}
