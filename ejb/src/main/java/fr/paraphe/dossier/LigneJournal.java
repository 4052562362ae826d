package fr.paraphe.dossier;

import java.time.Instant;

/** Une ligne de l’historique visible, dans l’ordre chronologique (soap-contract.md §D.2). */
public record LigneJournal(Instant instant, String acteur, Statut statut, String annotation) {}
