package fr.paraphe.organisation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Une délégation à poser. Les jours sont ceux de Paris ; l’un des deux au moins est dit.
 *
 * @param au compris, jusqu’à 23 h 59
 * @param dossiersEnCours vrai : les dossiers déjà là aussi ; faux : ceux qui arriveront
 * @param type limité à ce type ; vide : tous
 * @param sousType limité à ce sous-type du type
 */
public record PoserDelegation(
    BureauId bureau,
    BureauId delegue,
    Optional<LocalDate> du,
    Optional<LocalDate> au,
    boolean dossiersEnCours,
    Optional<Integer> type,
    Optional<Integer> sousType) {}
