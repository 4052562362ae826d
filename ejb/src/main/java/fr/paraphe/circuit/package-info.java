/**
 * Circuit : le modèle d’un parcours (étapes, actions demandées, désignation des acteurs) et sa
 * résolution en bureaux pour un bureau émetteur donné. Un dossier en reçoit une copie : modifier le
 * modèle ne touche aucun dossier en cours.
 */
package fr.paraphe.circuit;
