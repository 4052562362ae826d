package fr.paraphe.ws.soap.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;

/**
 * Une requête reçue : le message réduit, l’opération qu’il demande, les pièces qui en ont été
 * retirées.
 *
 * @param message XML en UTF-8, un repère à la place de chaque document
 */
public record Requete(byte[] message, QName operation, Pieces pieces) {

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  /**
   * Lit tout le corps d’une requête, simple ou à plusieurs parties.
   *
   * @throws RequeteRefusee si ce n’est pas un message acceptable
   * @throws IOException si l’appelant coupe, ou si le stockage échoue
   */
  public static Requete lire(
      InputStream corps, String contentType, Versements versements, Limites limites)
      throws IOException {
    TypeMime type = TypeMime.de(contentType);
    Pieces pieces = new Pieces(versements, limites);
    try {
      String reste =
          type.multipart()
              ? parties(corps, type, pieces, limites)
              : balayer(corps, type, pieces, limites);
      byte[] message = (DECLARATION + reste).getBytes(StandardCharsets.UTF_8);
      return new Requete(message, ControleXml.operation(message), pieces);
    } catch (CharacterCodingException e) {
      throw RequeteRefusee.message("Le message n’est pas écrit dans l’encodage qu’il annonce.");
    }
  }

  private static String balayer(InputStream octets, TypeMime type, Pieces pieces, Limites limites)
      throws IOException {
    Reader texte = Encodage.ouvrir(octets, type);
    return new BalayeurXml(texte, pieces, limites).balayer();
  }

  private static String parties(InputStream corps, TypeMime type, Pieces pieces, Limites limites)
      throws IOException {
    String frontiere = type.parametre("boundary");
    if (frontiere.isEmpty()) {
      throw RequeteRefusee.message(
          "L’en-tête Content-Type annonce plusieurs parties sans donner leur frontière.");
    }
    String racine = type.parametre("start").replaceAll("^<|>$", "");
    LecteurMultipart lecteur = new LecteurMultipart(corps, frontiere);
    String reste = null;
    for (LecteurMultipart.Partie partie = lecteur.suivante();
        partie != null;
        partie = lecteur.suivante()) {
      if (reste == null
          && (racine.isEmpty() || racine.equals(partie.nom()) || partie.type().xop())) {
        reste = balayer(partie.contenu(), partie.type(), pieces, limites);
      } else {
        pieces.partie(partie.nom(), verser(partie, pieces));
      }
    }
    if (reste == null) {
      throw RequeteRefusee.message("Le message ne contient pas d’enveloppe SOAP.");
    }
    return reste;
  }

  private static Piece verser(LecteurMultipart.Partie partie, Pieces pieces) throws IOException {
    try (EcriturePiece ecriture = pieces.ecrire()) {
      if (partie.enBase64()) {
        decoder(partie, ecriture);
      } else {
        partie.contenu().transferTo(ecriture);
      }
      return ecriture.terminer();
    }
  }

  private static void decoder(LecteurMultipart.Partie partie, EcriturePiece ecriture)
      throws IOException {
    DecodeurBase64 base64 = new DecodeurBase64(ecriture);
    byte[] octets = new byte[16 * 1024];
    char[] texte = new char[octets.length];
    for (int n = partie.contenu().read(octets); n >= 0; n = partie.contenu().read(octets)) {
      for (int i = 0; i < n; i++) {
        texte[i] = (char) (octets[i] & 0xff);
      }
      base64.decoder(texte, 0, n);
    }
    base64.terminer();
    if (base64.faux()) {
      ecriture.refuser(Piece.refusee(Piece.Etat.BASE64_FAUX));
    }
  }
}
