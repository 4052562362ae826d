/**
 * Le jeu de démonstration : comptes, bureaux, types, et des dossiers dans tous les états, joués par
 * les mêmes frontières que le produit, à des dates passées. Interrompu, il reprend. Rien n’y est
 * réel.
 */
package fr.paraphe.outils.demo;
