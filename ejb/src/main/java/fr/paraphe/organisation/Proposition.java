package fr.paraphe.organisation;

/**
 * Ce qu’un champ propose : la valeur à écrire (nom court d’un bureau, identifiant d’une personne)
 * et ce qui la fait reconnaître.
 */
public record Proposition(String valeur, String libelle) {}
