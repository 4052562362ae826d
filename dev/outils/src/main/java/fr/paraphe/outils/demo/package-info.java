/**
 * La démonstration : une ville, des gens, des dossiers dans tous leurs états. Tout y est fabriqué,
 * rien n’est réel.
 */
package fr.paraphe.outils.demo;
