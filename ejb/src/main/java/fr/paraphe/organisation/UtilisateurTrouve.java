package fr.paraphe.organisation;

/** Une personne dans une liste d’administration. */
public record UtilisateurTrouve(
    UtilisateurId id,
    String identifiant,
    String nom,
    String courriel,
    RoleUtilisateur role,
    OrigineCompte origine,
    boolean actif) {}
