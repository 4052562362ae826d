/**
 * Socle : ce dont tous les composants ont besoin et qui ne connaît aucun d’eux. La seule horloge,
 * le refus métier codé, la pagination, les transactions courtes.
 */
package fr.paraphe.socle;
