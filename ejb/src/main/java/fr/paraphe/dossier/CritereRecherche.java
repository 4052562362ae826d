package fr.paraphe.dossier;

import java.util.List;
import java.util.Optional;

/**
 * RechercherDossiers (contrat §B.11). Un critère vide ne filtre pas ; {@code statut} peut finir par
 * {@code *}.
 *
 * @param nombreMax vide : pas de limite
 */
public record CritereRecherche(
    Optional<String> type,
    Optional<String> sousType,
    Optional<String> statut,
    Optional<Integer> nombreMax,
    List<String> identifiants) {}
