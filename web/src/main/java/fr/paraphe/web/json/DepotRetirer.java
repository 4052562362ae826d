package fr.paraphe.web.json;

import fr.paraphe.web.creation.PiecesEnCours;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Oublie une pièce déposée ; son contenu, que rien ne rattache plus à un dossier, est balayé plus
 * tard.
 */
@WebServlet("/app/depot/retirer")
public class DepotRetirer extends PointEntree {
  private static final long serialVersionUID = 1L;

  @Inject private transient PiecesEnCours pieces;

  @Override
  protected JsonObject traiter(HttpServletRequest requete) throws IOException {
    pieces.oublier(corps(requete).getString("jeton"));
    return objet().build();
  }
}
