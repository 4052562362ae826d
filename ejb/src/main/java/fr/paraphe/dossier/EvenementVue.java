package fr.paraphe.dossier;

import fr.paraphe.circuit.ActionDemandee;
import java.time.Instant;
import java.util.Optional;

/**
 * Une ligne du journal telle que la page la raconte.
 *
 * @param bureau le bureau de l’étape concernée ; vide si la ligne n’en concerne aucune
 * @param demandee ce que cette étape demande
 * @param annotation ce qu’une personne a écrit ; vide si l’historique n’a que son texte d’usage
 */
public record EvenementVue(
    Instant instant,
    NatureFait nature,
    String acteur,
    String bureau,
    Optional<ActionDemandee> demandee,
    String annotation) {}
