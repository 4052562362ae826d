package fr.paraphe.web.json;

import fr.paraphe.organisation.Affichage;
import fr.paraphe.organisation.Profil;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Garde les réglages d’affichage de la personne : thème, contraste, taille, densité, langue. */
@WebServlet("/app/affichage")
public class AffichageServlet extends PointEntree {
  private static final long serialVersionUID = 1L;

  @Inject private transient Profil profil;

  @Override
  protected JsonObject traiter(HttpServletRequest requete) throws IOException {
    JsonObject r = corps(requete);
    profil.choisirAffichage(
        new Affichage(
            r.getString("theme"),
            r.getString("contraste"),
            r.getString("taille"),
            r.getString("densite"),
            r.getString("langue")));
    return objet().build();
  }
}
