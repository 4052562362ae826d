package fr.paraphe.web.json;

import fr.paraphe.dossier.Piece;
import fr.paraphe.stockage.Depot;
import fr.paraphe.stockage.DocumentDepose;
import fr.paraphe.stockage.Limite;
import fr.paraphe.web.creation.PiecesEnCours;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Reçoit un fichier, un par demande, en flux du réseau au stockage. L’identifiant du contenu reste
 * en session ; la page ne connaît qu’un jeton.
 */
@WebServlet("/app/depot")
public class DepotServlet extends PointEntree {
  private static final long serialVersionUID = 1L;

  @Inject private transient Depot depot;
  @Inject private transient PiecesEnCours pieces;

  @Override
  protected JsonObject traiter(HttpServletRequest requete) throws IOException {
    String nom = URLDecoder.decode(requete.getHeader("X-Nom-Fichier"), StandardCharsets.UTF_8);
    DocumentDepose recu = depot.deposer(nom, requete.getInputStream(), Limite.FICHIER);
    String jeton =
        pieces.garder(new Piece(recu.blob(), recu.nom(), recu.typeMime()), recu.taille());
    return objet().add("jeton", jeton).add("nom", recu.nom()).add("taille", recu.taille()).build();
  }
}
