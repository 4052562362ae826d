/**
 * Le banc : peuple une copie à part, joue les opérations qui comptent, dit les temps et le débit.
 * Borné en temps et en nombre, sur la boucle locale.
 */
package fr.paraphe.outils.banc;
