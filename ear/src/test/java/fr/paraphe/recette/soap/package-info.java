/**
 * Le service SOAP classique vu de l’extérieur : des octets envoyés, des octets lus, sur le produit
 * en marche.
 */
package fr.paraphe.recette.soap;
