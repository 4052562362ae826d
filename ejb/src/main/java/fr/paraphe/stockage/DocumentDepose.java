package fr.paraphe.stockage;

/**
 * Un document reçu et gardé.
 *
 * @param blob identifiant à rappeler à la création du dossier ; à garder côté serveur
 * @param nom nom de fichier nettoyé (FILE-09)
 * @param typeMime type reconnu par le contenu
 * @param taille octets
 */
public record DocumentDepose(
    long blob, String nom, String typeMime, long taille, Empreinte sha256) {}
