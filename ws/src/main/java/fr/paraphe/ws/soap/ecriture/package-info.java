/**
 * Des résultats du domaine vers les types du contrat : chaque mot du fil n’est écrit qu’ici, et une
 * seule fois.
 */
package fr.paraphe.ws.soap.ecriture;
