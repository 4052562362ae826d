/**
 * Dossier : des documents, un type, une copie de circuit. Le composant crée les dossiers ({@link
 * fr.paraphe.dossier.Creation}), reçoit les décisions par une seule porte ({@link
 * fr.paraphe.dossier.Instruction} et {@link fr.paraphe.dossier.SignatureDossiers}) et les montre
 * ({@link fr.paraphe.dossier.Consultation}).
 *
 * <p>Une seule fonction dit ce qu’une personne peut faire d’un dossier maintenant : {@link
 * fr.paraphe.dossier.modele.Droits#actions}. Elle dessine les boutons, répond au SOAP et garde la
 * porte.
 *
 * <p>Chaque verbe de l’agrégat produit des faits ; le journal les écrit dans la même transaction.
 * Sans trace, pas d’acte.
 */
package fr.paraphe.dossier;
