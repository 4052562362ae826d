/**
 * Les documents : des blobs chiffrés, rangés sous un nom tiré au hasard, reconnus par leur
 * empreinte.
 *
 * <p>Règles tenues par les tests : un blob se relit tel qu’il a été écrit, ou pas du tout ; un blob
 * abîmé, tronqué ou échangé lève {@link fr.paraphe.stockage.BlobIllisible} et ne passe jamais pour
 * entier ; le fichier existe avant sa ligne en base et disparaît après elle ; un même contenu n’est
 * gardé qu’une fois dans une collectivité et jamais partagé entre deux.
 */
package fr.paraphe.stockage;
