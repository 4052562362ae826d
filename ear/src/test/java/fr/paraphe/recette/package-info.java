/** La recette : le produit en marche, vu de l’extérieur, par HTTP et dans un vrai navigateur. */
package fr.paraphe.recette;
