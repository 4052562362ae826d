package fr.paraphe.organisation;

/** Une collectivité de l’instance, et sa taille. */
public record CollectiviteTrouvee(
    CollectiviteId id,
    String domaine,
    String titre,
    boolean active,
    boolean parDefaut,
    long utilisateurs,
    long bureaux,
    long dossiersEnCours) {}
