package fr.paraphe.web.json;

import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** La personne dit qu’elle est toujours là : l’appel suffit à prolonger sa session. */
@WebServlet("/app/presence")
public class PresenceServlet extends PointEntree {
  private static final long serialVersionUID = 1L;

  @Override
  protected JsonObject traiter(HttpServletRequest requete) {
    return objet().build();
  }
}
