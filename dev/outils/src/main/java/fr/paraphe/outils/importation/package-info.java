/**
 * L’importation d’une collectivité depuis un fichier YAML : utilisateurs, bureaux, circuits, types,
 * métadonnées, délégations, cachets. Tout ou rien ; chaque anomalie dit sa ligne.
 */
package fr.paraphe.outils.importation;
