package fr.paraphe.dossier;

import java.util.UUID;

/** La valeur brute rendue par la clé privée pour un document. */
public record ValeurSignature(UUID document, byte[] valeur) {}
