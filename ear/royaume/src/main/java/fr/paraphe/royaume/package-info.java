/** Le royaume Elytron du parapheur : un module du serveur, hors de l’EAR. */
package fr.paraphe.royaume;
