package fr.paraphe.stockage;

/**
 * Un blob enregistré en base.
 *
 * @param id jamais reçu d’un navigateur
 * @param typeMime type reconnu par le contenu
 */
public record BlobRef(long id, BlobScelle scelle, String typeMime) {

  public int collectivite() {
    return scelle.collectivite();
  }

  public long taille() {
    return scelle.taille();
  }

  public Empreinte sha256() {
    return scelle.sha256();
  }
}
