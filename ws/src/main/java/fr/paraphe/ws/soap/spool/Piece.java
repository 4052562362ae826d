package fr.paraphe.ws.soap.spool;

import java.util.Objects;

/**
 * Une pièce reçue, telle que la lecture du message la trouvera.
 *
 * @param etat ce qui est arrivé
 * @param taille octets décodés, 0 si la pièce n’est pas déposée
 * @param depot ce qui désigne le contenu dans le domaine, nul si la pièce n’est pas déposée
 * @param motif la phrase du stockage s’il a refusé, vide sinon
 */
public record Piece(Etat etat, long taille, Object depot, String motif) {

  /** Le sort d’une pièce pendant la réception. */
  public enum Etat {
    DEPOSEE,
    BASE64_FAUX,
    TROP_GROSSE,
    ENSEMBLE_TROP_GROS,
    TROP_NOMBREUSES,
    /** Le message désigne une partie MIME qui n’est pas venue. */
    PARTIE_ABSENTE,
    REFUSEE_PAR_LE_STOCKAGE
  }

  static Piece deposee(long taille, Object depot) {
    return new Piece(Etat.DEPOSEE, taille, Objects.requireNonNull(depot), "");
  }

  static Piece refusee(Etat etat) {
    return new Piece(etat, 0, null, "");
  }

  static Piece refuseeParLeStockage(String motif) {
    return new Piece(Etat.REFUSEE_PAR_LE_STOCKAGE, 0, null, motif);
  }

  public boolean estDeposee() {
    return etat == Etat.DEPOSEE;
  }
}
