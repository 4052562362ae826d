/**
 * Les écrans du parapheur : une page, un bean, un appel de frontière par action. Les beans tiennent
 * l’état de la vue et rien d’autre ; un refus ou une panne est traité en un seul endroit ({@link
 * fr.paraphe.web.erreur.TraitementErreurs}).
 */
package fr.paraphe.web;
