package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.NatureFait;
import fr.paraphe.dossier.Statut;

/**
 * Ce qui vient d’arriver à un dossier, tel que le journal l’écrira.
 *
 * @param visible vrai si l’historique classique (GetHistoDossier) le montre
 */
record Fait(
    NatureFait nature,
    Statut statut,
    Circonstance circonstance,
    Etape etape,
    String texte,
    boolean visible) {}
