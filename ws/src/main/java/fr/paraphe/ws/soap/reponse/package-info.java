/**
 * Les octets des réponses : le contrat (A.4) les fixe un à un, d’anciens connecteurs les découpent
 * par recherche de texte.
 */
package fr.paraphe.ws.soap.reponse;
