/** Les interfaces offertes aux logiciels métier. */
package fr.paraphe.ws;
