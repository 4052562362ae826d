package fr.paraphe.ws.soap.point;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Le compte de l’appelant, tel qu’il l’a écrit dans l’en-tête Authorization ; à défaut, tel que le
 * serveur le nomme.
 */
final class Compte {

  private static final String BASIC = "basic ";

  private Compte() {}

  static String de(HttpServletRequest requete) {
    String entete = requete.getHeader("Authorization");
    if (entete != null && entete.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      try {
        byte[] clair = Base64.getDecoder().decode(entete.substring(BASIC.length()).strip());
        String compte = new String(clair, StandardCharsets.UTF_8).split(":", 2)[0];
        if (!compte.isBlank()) {
          return compte;
        }
      } catch (IllegalArgumentException e) {
        return requete.getRemoteUser();
      }
    }
    return requete.getRemoteUser();
  }
}
