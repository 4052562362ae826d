/**
 * Le lancement : une base, un serveur d’application configuré, le livrable, dans l’ordre et avec
 * des nouvelles. Sert à {@code ./paraphe run} et aux tests de recette.
 */
package fr.paraphe.outils.lancement;
