/**
 * Les adresses du service classique : ce qui reçoit un appel, le confie à Metro, et envoie sa
 * réponse.
 */
package fr.paraphe.ws.soap.point;
