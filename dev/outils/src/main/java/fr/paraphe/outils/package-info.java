/** Ce que la commande {@code paraphe} exécute : lancement, migration, vérifications. */
package fr.paraphe.outils;
