/**
 * Les écrans du produit en marche, dans Chromium : parcours, accessibilité, clavier, sécurité des
 * pages.
 */
package fr.paraphe.recette.web;
