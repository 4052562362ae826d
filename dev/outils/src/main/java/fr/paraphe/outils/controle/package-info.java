/**
 * Les contrôles : la base, les documents et le journal disent-ils la même chose ? Lecture seule.
 */
package fr.paraphe.outils.controle;
