package fr.paraphe.dossier;

import java.time.Instant;

/**
 * Une annotation textuelle lisible par l’appelant ; une annotation privée ne l’est que par l’acteur
 * suivant.
 */
public record AnnotationVue(
    Instant instant, String acteur, String bureau, String texte, boolean privee) {}
