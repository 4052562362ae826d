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

  /** L’adresse publique : ce que dit le mandataire s’il y en a un, sinon l’en-tête Host. */
  static String base(HttpServletRequest requete) {
    String protocole =
        premier(requete, "X-Forwarded-Proto")
            .filter(p -> p.matches("https?"))
            .orElse(requete.getScheme());
    String hote =
        premier(requete, "X-Forwarded-Host")
            .or(() -> Optional.ofNullable(requete.getHeader("Host")))
            .filter(h -> h.matches(HOTE))
            .orElse("localhost");
    return protocole + "://" + avecPort(requete, protocole, hote);
  }

  private static String avecPort(HttpServletRequest requete, String protocole, String hote) {
    Optional<String> port =
        premier(requete, "X-Forwarded-Port").filter(p -> p.matches("[0-9]{1,5}"));
    boolean dit = hote.matches(".*:[0-9]+$");
    boolean usuel = port.isEmpty() || port.get().equals("https".equals(protocole) ? "443" : "80");
    return dit || usuel ? hote : hote + ":" + port.get();
  }

  private static Optional<String> premier(HttpServletRequest requete, String entete) {
    return Optional.ofNullable(requete.getHeader(entete))
        .map(v -> v.split(",")[0].strip().toLowerCase(Locale.ROOT))
        .filter(v -> !v.isEmpty());
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
