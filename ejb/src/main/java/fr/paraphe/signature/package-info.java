/**
 * Signer des documents : deux phases ({@link fr.paraphe.signature.SignatureDocuments}), les
 * certificats et leurs contrôles, les cachets serveur, la validation par un second moteur.
 *
 * <p>Règles tenues par les tests : on n’ajoute qu’à la fin d’un document, ses octets d’origine ne
 * changent jamais ; la valeur reçue est vérifiée sur nos attributs signés avec la clé du certificat
 * annoncé ; ce qui est rendu a été relu et recalculé ; qui fabrique une signature ne la valide
 * jamais seul ; SHA-256 au moins, SHA-1 nulle part.
 */
package fr.paraphe.signature;
