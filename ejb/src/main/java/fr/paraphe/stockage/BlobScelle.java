package fr.paraphe.stockage;

/**
 * Un blob écrit, avec ce qu’il faut pour le relire.
 *
 * @param collectivite à qui il appartient ; la clé en dépend
 * @param emplacement nom tiré au hasard, 32 chiffres hexadécimaux, sans rapport avec le contenu
 * @param sha256 empreinte du contenu en clair
 * @param taille octets en clair
 * @param cleEnveloppee clé propre au blob, chiffrée ; la perdre détruit le contenu
 * @param cleMaitre numéro de la clé maîtresse qui a servi
 */
public record BlobScelle(
    int collectivite,
    String emplacement,
    Empreinte sha256,
    long taille,
    byte[] cleEnveloppee,
    short cleMaitre) {

  public BlobScelle {
    if (!emplacement.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("emplacement de blob mal formé");
    }
    cleEnveloppee = cleEnveloppee.clone();
  }

  @Override
  public byte[] cleEnveloppee() {
    return cleEnveloppee.clone();
  }
}
