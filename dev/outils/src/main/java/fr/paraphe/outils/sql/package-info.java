/** Des ordres SQL courts sur une connexion, pour les outils. */
package fr.paraphe.outils.sql;
