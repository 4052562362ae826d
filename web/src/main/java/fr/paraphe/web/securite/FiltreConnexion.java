package fr.paraphe.web.securite;

import fr.paraphe.web.commun.Mots;
import jakarta.json.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Un appel de page sans personne connectée reçoit un refus que la page sait dire, jamais la page de
 * connexion : le conteneur ne le garde donc pas pour le rejouer après elle. Un lien, lui, ramène à
 * l’accueil.
 */
public class FiltreConnexion extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
      throws IOException, ServletException {
    if (requete.getUserPrincipal() != null) {
      suite.doFilter(requete, reponse);
    } else if ("document".equals(requete.getHeader("Sec-Fetch-Dest"))) {
      reponse.sendRedirect(requete.getContextPath() + "/bureaux.xhtml");
    } else {
      reponse.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      reponse.setContentType("application/json;charset=UTF-8");
      reponse.getWriter().write(refus(requete.getLocale()));
    }
  }

  private static String refus(Locale langue) {
    return Json.createObjectBuilder()
        .add("code", "SESSION_FINIE")
        .add("nature", "INTERDIT")
        .add("message", Mots.dire(langue, "js.sessionFinie"))
        .build()
        .toString();
  }
}
