package fr.paraphe.ws.soap.lecture;

import fr.paraphe.dossier.Piece;
import fr.paraphe.stockage.DocumentDepose;
import fr.paraphe.stockage.NomFichier;
import fr.paraphe.stockage.TypeContenu;
import fr.paraphe.ws.contrat.DocAnnexe;
import fr.paraphe.ws.contrat.TypeDoc;
import fr.paraphe.ws.contrat.TypeDocAnnexes;
import fr.paraphe.ws.soap.Echange;
import fr.paraphe.ws.soap.spool.Limites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Les documents d’une requête : déjà au dépôt, ils n’ont plus qu’à recevoir leur nom. */
final class LecturePieces {

  private final Echange echange;
  private final Erreurs erreurs;

  LecturePieces(Echange echange, Erreurs erreurs) {
    this.echange = echange;
    this.erreurs = erreurs;
  }

  /** Le document de ce champ, vide s’il manque ou s’il est refusé (l’erreur est notée). */
  Optional<Piece> lire(TypeDoc document, String nom, String champ) {
    if (document == null || document.getValue() == null) {
      return Optional.empty();
    }
    Optional<fr.paraphe.ws.soap.spool.Piece> recue = echange.piece(document.getValue());
    recue.filter(p -> !p.estDeposee()).ifPresent(p -> erreurs.ajouter(refus(p, champ)));
    return recue
        .filter(fr.paraphe.ws.soap.spool.Piece::estDeposee)
        .map(p -> nommer((DocumentDepose) p.depot(), nom))
        .map(p -> annoncePdf(document, champ) ? new Piece(p.blob(), p.nom(), TypeContenu.PDF) : p);
  }

  /** La signature détachée du document principal, sous le nom que le contrat lui donne. */
  Optional<Piece> signature(TypeDoc signature) {
    return lire(signature, "signature", "SignatureDocPrincipal")
        .map(
            p ->
                new Piece(
                    p.blob(),
                    "signature" + extension(signature.getContentType(), p.typeMime()),
                    p.typeMime()));
  }

  /** Le type annoncé, à défaut celui du contenu ; ce qui n’est ni XML ni ZIP est du PKCS#7. */
  private static String extension(String annonce, String reconnu) {
    String types = (annonce + " " + reconnu).toLowerCase(java.util.Locale.ROOT);
    return types.contains("zip") ? ".zip" : types.contains("xml") ? ".xml" : ".p7s";
  }

  /**
   * Un document à traiter, annoncé PDF, est examiné comme tel : le métier dit s’il n’en est pas un.
   */
  private static boolean annoncePdf(TypeDoc document, String champ) {
    String annonce = document.getContentType() == null ? "" : document.getContentType();
    return !champ.startsWith("DocumentsAnnexes")
        && TypeContenu.PDF.equalsIgnoreCase(annonce.split(";", 2)[0].strip());
  }

  List<Piece> lire(TypeDocAnnexes annexes, String champ) {
    List<Piece> lues = new ArrayList<>();
    List<DocAnnexe> recues = annexes == null ? List.of() : annexes.getDocAnnexe();
    for (int i = 0; i < recues.size(); i++) {
      DocAnnexe annexe = recues.get(i);
      String ou = champ + "[" + (i + 1) + "]";
      Optional<Piece> piece = lire(annexe.getFichier(), annexe.getNom(), ou);
      piece.ifPresent(lues::add);
      if (piece.isEmpty() && !vide(annexe) && manque(annexe.getFichier())) {
        erreurs.ajouter("Le fichier de " + ou + " manque.");
      }
    }
    return lues;
  }

  private static boolean vide(DocAnnexe annexe) {
    return Champs.court(annexe.getNom()).isEmpty();
  }

  private boolean manque(TypeDoc document) {
    return document == null
        || document.getValue() == null
        || echange.piece(document.getValue()).isEmpty();
  }

  private static Piece nommer(DocumentDepose depot, String nom) {
    String propre = NomFichier.nettoyer(nom);
    try {
      return new Piece(depot.blob(), propre, TypeContenu.preciser(depot.typeMime(), propre));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String refus(fr.paraphe.ws.soap.spool.Piece piece, String champ) {
    Limites limites = Limites.parDefaut();
    return switch (piece.etat()) {
      case BASE64_FAUX -> "Le contenu de " + champ + " n’est pas du base64 valide.";
      case TROP_GROSSE ->
          champ + " dépasse la limite de " + Limites.enClair(limites.document()) + " par document.";
      case ENSEMBLE_TROP_GROS ->
          "Les documents dépassent ensemble la limite de "
              + Limites.enClair(limites.ensemble())
              + " par dossier.";
      case TROP_NOMBREUSES -> tropDePieces();
      case PARTIE_ABSENTE ->
          "La partie MIME à laquelle " + champ + " renvoie n’est pas dans la requête.";
      case REFUSEE_PAR_LE_STOCKAGE, DEPOSEE -> piece.motif();
    };
  }

  static String tropDePieces() {
    return "Un dossier compte au plus " + Limites.PIECES_JOINTES + " documents joints.";
  }
}
