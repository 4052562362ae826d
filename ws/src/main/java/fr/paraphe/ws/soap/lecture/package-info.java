/**
 * Des types du contrat vers les commandes du domaine : tolérante sur la forme, elle rassemble tout
 * ce qu’elle refuse.
 */
package fr.paraphe.ws.soap.lecture;
