package fr.paraphe.ws.soap.spool;

/** Ce qui reste permis à une requête : des octets de documents et un nombre de pièces. */
final class Quota {

  private long octets;
  private int pieces;

  Quota(Limites limites) {
    octets = limites.ensemble();
    pieces = limites.pieces();
  }

  boolean prendreOctets(long nombre) {
    octets -= nombre;
    return octets >= 0;
  }

  boolean prendrePiece() {
    return --pieces >= 0;
  }
}
