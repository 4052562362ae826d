package fr.paraphe.recette.soap;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;

/** Un logiciel métier réduit à l’os : du texte posté en HTTP, une réponse lue telle quelle. */
final class Connecteur {

  static final String MTOM = "/ws-iparapheur";
  static final String SANS_MTOM = "/ws-iparapheur-no-mtom";
  private static final String NS = "http://www.adullact.org/spring-ws/iparapheur/1.0";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String adresse;
  private final String autorisation;

  Connecteur(String adresse, String compte, String motDePasse) {
    this.adresse = adresse;
    this.autorisation =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((compte + ":" + motDePasse).getBytes(StandardCharsets.UTF_8));
  }

  /** Une réponse : statut, type et texte entier. */
  record Reponse(int statut, String type, String texte) {

    /** Le texte du premier élément de ce nom, sans préfixe. */
    String element(String nom) {
      String ouvrant = "<" + nom + ">";
      int debut = texte.indexOf(ouvrant);
      return debut < 0
          ? null
          : texte.substring(debut + ouvrant.length(), texte.indexOf("</" + nom + ">", debut));
    }

    boolean contient(String morceau) {
      return texte.contains(morceau);
    }
  }

  /** Appelle sur l’adresse sans MTOM, corps écrit en clair ; préfixe {@code n} lié au contrat. */
  Reponse appeler(String corps) {
    return poster(SANS_MTOM, "text/xml; charset=utf-8", BodyPublishers.ofString(enveloppe(corps)));
  }

  static String enveloppe(String corps) {
    return "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:n=\""
        + NS
        + "\" xmlns:xm=\"http://www.w3.org/2005/05/xmlmime\"><soapenv:Header/><soapenv:Body>"
        + corps
        + "</soapenv:Body></soapenv:Envelope>";
  }

  Reponse poster(String chemin, String type, BodyPublisher corps) {
    HttpRequest.Builder requete =
        HttpRequest.newBuilder(URI.create(adresse + chemin))
            .timeout(Duration.ofMinutes(2))
            .POST(corps);
    requete
        .header("Content-Type", type)
        .header("Accept", "application/json")
        .header("Authorization", autorisation);
    return envoyer(requete.build());
  }

  Reponse lire(String chemin) {
    return envoyer(HttpRequest.newBuilder(URI.create(adresse + chemin)).build());
  }

  private Reponse envoyer(HttpRequest requete) {
    try {
      HttpResponse<String> r =
          client.send(requete, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Reponse(
          r.statusCode(), r.headers().firstValue("Content-Type").orElse(""), r.body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static BodyPublisher flux(Supplier<InputStream> source) {
    return BodyPublishers.ofInputStream(source);
  }

  /** Un dépôt dans Visa / Visa simple. */
  static String depot(String id, String titre, String documentBase64) {
    return depot("Visa", "Visa simple", id, titre, documentBase64, "");
  }

  static String depot(
      String type, String sousType, String id, String titre, String document, String reste) {
    return """
        <n:CreerDossierRequest><n:TypeTechnique>%s</n:TypeTechnique><n:SousType>%s</n:SousType>\
        <n:DossierID>%s</n:DossierID><n:DossierTitre>%s</n:DossierTitre>\
        <n:DocumentPrincipal xm:contentType="application/pdf">%s</n:DocumentPrincipal>\
        <n:VisuelPDF xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xm:contentType=""/>\
        <n:Visibilite>SERVICE</n:Visibilite><n:DateLimite></n:DateLimite>%s</n:CreerDossierRequest>"""
        .formatted(type, sousType, id, titre, document, reste);
  }
}
