package fr.paraphe.web.securite;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Un changement d’état ne vient que de nos pages (ASVS 5.0 V3.5) : {@code Sec-Fetch-Site}, à défaut
 * {@code Origin}. Les points d’entrée {@code /app/} exigent de plus un en-tête à nous, qu’aucun
 * formulaire étranger ne peut poser. S’ajoute au jeton de vue de Faces et au témoin {@code
 * SameSite}.
 */
public class FiltreOrigine extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Porte de PrimeFaces dont nous ne nous servons pas (CVE-2017-1000486). */
  private static final String CONTENU_DYNAMIQUE = "/dynamiccontent.properties";

  private static final Set<String> LECTURES = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  protected void doFilter(
      HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
      throws IOException, ServletException {
    if (requete.getServletPath().contains(CONTENU_DYNAMIQUE)) {
      reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (LECTURES.contains(requete.getMethod()) || admise(requete)) {
      suite.doFilter(requete, reponse);
    } else {
      reponse.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static boolean admise(HttpServletRequest requete) {
    boolean marquee =
        !requete.getServletPath().startsWith("/app/") || "1".equals(requete.getHeader("X-Paraphe"));
    return marquee
        && memeOrigine(
            requete.getHeader("Sec-Fetch-Site"),
            requete.getHeader("Origin"),
            requete.getHeader("Host"));
  }

  static boolean memeOrigine(String site, String origine, String hote) {
    if (site != null) {
      return site.equals("same-origin");
    }
    return origine != null && hote != null && hote.equalsIgnoreCase(autorite(origine));
  }

  private static String autorite(String origine) {
    try {
      return URI.create(origine).getRawAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
