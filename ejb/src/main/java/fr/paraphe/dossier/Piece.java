package fr.paraphe.dossier;

/**
 * Un document déjà déposé dans le stockage, à joindre à un dossier.
 *
 * @param blob identifiant rendu par le dépôt ; jamais reçu d’un navigateur
 * @param nom nom de fichier montré, 1 à 200 caractères, nettoyé par le dépôt
 * @param typeMime type reconnu par le contenu
 */
public record Piece(long blob, String nom, String typeMime) {}
