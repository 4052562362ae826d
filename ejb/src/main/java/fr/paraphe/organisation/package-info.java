/**
 * Organisation : les collectivités, leurs utilisateurs, leurs bureaux (une fonction, pas une
 * personne), qui tient quel bureau, et les délégations en cours.
 */
package fr.paraphe.organisation;
