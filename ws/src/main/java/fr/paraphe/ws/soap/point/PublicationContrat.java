package fr.paraphe.ws.soap.point;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Publie le contrat, notre fichier tel quel aux adresses près : celles par où l’appelant est venu.
 * Les deux services y sont toujours justes, quelle que soit l’adresse demandée.
 */
final class PublicationContrat {

  private static final String CONTRAT = "/WEB-INF/wsdl/iparapheur.wsdl";
  private static final String SCHEMA = "/WEB-INF/wsdl/xmlmime.xsd";
  static final String ADRESSE_SCHEMA = "/xml/xmlmime";
  private static final String BASE = "http://localhost/";
  private static final String HOTE = "[A-Za-z0-9._\\-\\[\\]:]+";

  private final String contrat;
  private final String schema;

  PublicationContrat(ServletContext contexte) throws IOException {
    contrat = lire(contexte, CONTRAT);
    schema = lire(contexte, SCHEMA);
  }

  void contrat(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
    String base = base(requete);
    envoyer(
        reponse,
        contrat
            .replace("location=\"" + BASE, "location=\"" + base + "/")
            .replace(
                "schemaLocation=\"xmlmime.xsd\"",
                "schemaLocation=\"" + base + ADRESSE_SCHEMA + "\""));
  }

  void schema(HttpServletResponse reponse) throws IOException {
    envoyer(reponse, schema);
  }

  private static void envoyer(HttpServletResponse reponse, String xml) throws IOException {
    byte[] octets = xml.getBytes(StandardCharsets.UTF_8);
    reponse.setContentType("text/xml;charset=utf-8");
    reponse.setHeader("Cache-Control", "no-cache");
    reponse.setContentLength(octets.length);
    reponse.getOutputStream().write(octets);
  }

  /**
   * L’adresse par où l’appelant est venu, telle que le serveur la connaît. Aucun en-tête de
   * mandataire n’est lu ici : s’il y en a un de confiance, le serveur l’a déjà traduit.
   */
  static String base(HttpServletRequest requete) {
    String hote =
        Optional.ofNullable(requete.getHeader("Host"))
            .map(h -> h.toLowerCase(Locale.ROOT))
            .filter(h -> h.matches(HOTE))
            .orElse("localhost");
    return requete.getScheme() + "://" + hote;
  }

  private static String lire(ServletContext contexte, String chemin) throws IOException {
    try (InputStream flux = contexte.getResourceAsStream(chemin)) {
      if (flux == null) {
        throw new FileNotFoundException(chemin);
      }
      return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
