package fr.paraphe.web.securite;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Les en-têtes de sécurité de toute réponse (ASVS 5.0 V3.4, V14.3). La politique de contenu des
 * pages Faces est écrite par PrimeFaces, qui y ajoute un jeton par page (web.xml) ; ici, celle de
 * tout le reste.
 */
public class FiltreEntetes extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String CSP = "Content-Security-Policy";
  private static final String UN_AN = "public, max-age=31536000, immutable";

  @Override
  protected void doFilter(
      HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
      throws IOException, ServletException {
    reponse.setHeader("X-Content-Type-Options", "nosniff");
    reponse.setHeader("Referrer-Policy", "same-origin");
    reponse.setHeader("X-Frame-Options", "DENY");
    reponse.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    reponse.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    reponse.setHeader(
        "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    if (requete.isSecure()) {
      reponse.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    Chemin chemin = Chemin.de(requete);
    reponse.setHeader(CSP, chemin.politique());
    if (chemin == Chemin.FIXE) {
      reponse.setHeader("Cache-Control", versionne(requete) ? UN_AN : "public, max-age=3600");
      reponse.setHeader("Vary", "Accept-Encoding");
    } else if (chemin != Chemin.RESSOURCE_FACES) {
      reponse.setHeader("Cache-Control", "no-store");
      reponse.setHeader("Vary", "Accept-Language, Cookie");
    }
    suite.doFilter(requete, reponse);
  }

  private static boolean versionne(HttpServletRequest requete) {
    String question = requete.getQueryString();
    return requete.getServletPath().startsWith("/visio/")
        || question != null && question.startsWith("v=");
  }

  /** Les familles d’adresses de l’application. */
  enum Chemin {
    FIXE(
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'"),
    RESSOURCE_FACES("default-src 'none'"),
    /** Écrite par PrimeFaces ; {@code null} retire celle d’un premier passage (page d’erreur). */
    PAGE(null),
    DONNEES("default-src 'none'; frame-ancestors 'none'");

    private final String politique;

    Chemin(String politique) {
      this.politique = politique;
    }

    String politique() {
      return politique;
    }

    static Chemin de(HttpServletRequest requete) {
      String chemin = requete.getServletPath();
      if (chemin.startsWith("/statique/") || chemin.startsWith("/visio/")) {
        return FIXE;
      }
      if (chemin.startsWith("/jakarta.faces.resource/")) {
        return RESSOURCE_FACES;
      }
      return chemin.startsWith("/app/") ? DONNEES : PAGE;
    }
  }
}
