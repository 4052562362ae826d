package fr.paraphe.ws.soap.spool;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.ws.soap.spool.Versements.Versement;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Une pièce en cours d’écriture vers le stockage. Dès qu’une limite est franchie ou que le stockage
 * refuse, ce qui était écrit est abandonné et la suite se perd en silence : la requête se lit
 * jusqu’au bout et son appelant aura une réponse.
 */
final class EcriturePiece extends OutputStream {

  private final Versements versements;
  private final Limites limites;
  private final Quota quota;
  private Versement versement;
  private Piece refus;
  private long taille;

  EcriturePiece(Versements versements, Limites limites, Quota quota) {
    this.versements = versements;
    this.limites = limites;
    this.quota = quota;
    if (!quota.prendrePiece()) {
      refuser(Piece.refusee(Piece.Etat.TROP_NOMBREUSES));
    }
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int debut, int longueur) throws IOException {
    if (refus != null) {
      return;
    }
    taille += longueur;
    if (taille > limites.document()) {
      refuser(Piece.refusee(Piece.Etat.TROP_GROSSE));
    } else if (!quota.prendreOctets(longueur)) {
      refuser(Piece.refusee(Piece.Etat.ENSEMBLE_TROP_GROS));
    } else {
      verser(octets, debut, longueur);
    }
  }

  private void verser(byte[] octets, int debut, int longueur) throws IOException {
    try {
      if (versement == null) {
        versement = versements.ouvrir();
      }
      versement.write(octets, debut, longueur);
    } catch (ErreurMetier e) {
      refuser(Piece.refuseeParLeStockage(e.getMessage()));
    }
  }

  /** Note que ce contenu ne vaut rien ; le premier motif l’emporte. */
  void refuser(Piece motif) {
    if (refus == null) {
      refus = motif;
      close();
    }
  }

  /** Achève. Sans un seul octet il n’y a pas de pièce : rend {@code null}. */
  Piece terminer() throws IOException {
    if (refus == null && versement != null) {
      try {
        return Piece.deposee(taille, versement.sceller());
      } catch (ErreurMetier e) {
        refuser(Piece.refuseeParLeStockage(e.getMessage()));
      }
    }
    return refus;
  }

  @Override
  public void close() {
    if (versement != null) {
      versement.close();
    }
  }
}
