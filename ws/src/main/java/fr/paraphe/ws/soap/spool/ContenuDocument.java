package fr.paraphe.ws.soap.spool;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Le contenu d’un élément de document, reçu par morceaux : du base64, un renvoi à une partie MIME,
 * ou, pour une signature seulement, le texte XML lui-même (des connecteurs l’y mettent tel quel,
 * échappé).
 */
final class ContenuDocument {

  private final Pieces pieces;
  private final EcriturePiece ecriture;
  private final DecodeurBase64 base64;
  private final boolean xmlAccepte;
  private Writer brut;
  private boolean commence;
  private String renvoi;
  private boolean etranger;

  ContenuDocument(Pieces pieces, boolean xmlAccepte) {
    this.pieces = pieces;
    this.ecriture = pieces.ecrire();
    this.base64 = new DecodeurBase64(ecriture);
    this.xmlAccepte = xmlAccepte;
  }

  void texte(char[] texte, int debut, int longueur) throws IOException {
    if (!commence) {
      commencer(texte, debut, longueur);
    }
    if (brut != null) {
      brut.write(texte, debut, longueur);
    } else {
      base64.decoder(texte, debut, longueur);
    }
  }

  private void commencer(char[] texte, int debut, int longueur) {
    for (int i = debut; i < debut + longueur && !commence; i++) {
      if (!Character.isWhitespace(texte[i])) {
        commence = true;
        if (xmlAccepte && texte[i] == '<') {
          brut = new OutputStreamWriter(ecriture, StandardCharsets.UTF_8);
        }
      }
    }
  }

  /** {@code xop:Include}. */
  void renvoi(String partie) {
    renvoi = partie;
  }

  /** Un élément qui n’a rien à faire dans un document. */
  void etranger() {
    etranger = true;
  }

  /** Achève ; rend le texte à mettre à la place du contenu, vide si l’élément ne contenait rien. */
  String terminer() throws IOException {
    if (renvoi != null) {
      ecriture.close();
      return pieces.renvoyer(renvoi).texte();
    }
    if (brut != null) {
      brut.flush();
    } else {
      base64.terminer();
      if (base64.faux() || etranger) {
        ecriture.refuser(Piece.refusee(Piece.Etat.BASE64_FAUX));
      }
    }
    Piece piece = ecriture.terminer();
    return piece == null ? "" : pieces.retenir(piece).texte();
  }

  void abandonner() {
    ecriture.close();
  }
}
