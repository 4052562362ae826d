/**
 * La réception des requêtes SOAP, avant Metro. Les documents quittent la requête au fil de la
 * lecture, quelle que soit leur taille : ils vont chiffrés dans le stockage et un repère prend leur
 * place. Ce qui reste du message est petit et borné.
 *
 * <p>Rien ici ne connaît le domaine : le dépôt des pièces est un port.
 */
package fr.paraphe.ws.soap.spool;
