/**
 * Le produit malmené : courses, arrêts brutaux, base coupée, disque plein, entrées hostiles. Une
 * copie à part sert à tous ces tests ; aucun ne touche celle des autres recettes.
 */
package fr.paraphe.recette.fautes;
