package fr.paraphe.dossier;

import java.time.Instant;
import java.util.UUID;

/**
 * Une signature posée dans ce dossier (panneau de confiance, UX-29).
 *
 * @param nature {@code PERSONNE} ou {@code CACHET}
 * @param validation {@code A_FAIRE}, {@code VALIDE}, {@code INDETERMINEE}, {@code INVALIDE} (avis
 *     d’un second moteur)
 */
public record SignatureVue(
    UUID document,
    String nomDocument,
    String nature,
    String signataire,
    String parDelegation,
    Instant signeeLe,
    String format,
    String sujet,
    String emetteur,
    Instant valideDu,
    Instant valideAu,
    String validation) {}
