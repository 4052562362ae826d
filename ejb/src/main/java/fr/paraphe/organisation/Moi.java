package fr.paraphe.organisation;

/** La personne connectée, pour l’en-tête et les préférences. */
public record Moi(
    String login,
    String prenom,
    String nom,
    String courriel,
    String collectivite,
    boolean administrateur,
    Affichage affichage,
    boolean imageSignature) {}
