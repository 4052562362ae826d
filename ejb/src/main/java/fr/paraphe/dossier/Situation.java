package fr.paraphe.dossier;

import java.util.Optional;

/**
 * Où est un dossier dans une bannette.
 *
 * @param place 1 pour le premier
 * @param suivant après le dernier, le premier ; vide s’il est seul
 */
public record Situation(
    long place,
    long total,
    Optional<IdentifiantDossier> precedent,
    Optional<IdentifiantDossier> suivant) {}
