/**
 * L’atelier : le métier hors du serveur d’application, contre une vraie base. Les outils et les
 * tests de base s’y servent.
 */
package fr.paraphe.outils.atelier;
