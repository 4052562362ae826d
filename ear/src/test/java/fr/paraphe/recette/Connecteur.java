package fr.paraphe.recette;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Un logiciel métier à l’ancienne : des enveloppes écrites à la main, des réponses découpées au
 * texte.
 */
public final class Connecteur {

  private static final String ESPACE = "http://www.adullact.org/spring-ws/iparapheur/1.0";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI adresse;
  private final String acces;

  public Connecteur(Produit produit, String login, String motDePasse) {
    this.adresse = URI.create(produit.adresse() + "/ws-iparapheur-no-mtom");
    this.acces =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((login + ":" + motDePasse).getBytes(StandardCharsets.UTF_8));
  }

  /** Envoie ce corps et rend la réponse, quel que soit son code. */
  public HttpResponse<String> appeler(String corps) {
    String enveloppe =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:n=\""
            + ESPACE
            + "\" xmlns:xm=\"http://www.w3.org/2005/05/xmlmime\"><soapenv:Body>"
            + corps
            + "</soapenv:Body></soapenv:Envelope>";
    return envoyer(enveloppe);
  }

  public HttpResponse<String> envoyer(String contenu) {
    HttpRequest requete =
        HttpRequest.newBuilder(adresse)
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", "\"\"")
            .header("Authorization", acces)
            .POST(HttpRequest.BodyPublishers.ofString(contenu))
            .build();
    try {
      return client.send(requete, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public String creer(String id, String type, String sousType, byte[] pdf) {
    return appeler(
            "<n:CreerDossierRequest><n:TypeTechnique>"
                + type
                + "</n:TypeTechnique><n:SousType>"
                + sousType
                + "</n:SousType><n:DossierID>"
                + id
                + "</n:DossierID><n:DossierTitre>"
                + id
                + "</n:DossierTitre><n:DocumentPrincipal xm:contentType=\"application/pdf\">"
                + Base64.getMimeEncoder().encodeToString(pdf)
                + "</n:DocumentPrincipal><n:NomDocPrincipal>courrier.pdf</n:NomDocPrincipal><n:Visibilite>SERVICE</n:Visibilite></n:CreerDossierRequest>")
        .body();
  }

  public String histo(String id) {
    return appeler("<n:GetHistoDossierRequest>" + id + "</n:GetHistoDossierRequest>").body();
  }

  public String dossier(String id) {
    return appeler("<n:GetDossierRequest>" + id + "</n:GetDossierRequest>").body();
  }

  public String archiver(String id, String action) {
    return appeler(
            "<n:ArchiverDossierRequest><n:DossierID>"
                + id
                + "</n:DossierID><n:ArchivageAction>"
                + action
                + "</n:ArchivageAction></n:ArchiverDossierRequest>")
        .body();
  }

  /** Le contenu de tous les éléments de ce nom, dans l’ordre. */
  public static List<String> textes(String xml, String element) {
    Matcher m =
        Pattern.compile("<(?:\\w+:)?" + element + "(?: [^>]*)?>([^<]*)</", Pattern.DOTALL)
            .matcher(xml);
    List<String> textes = new ArrayList<>();
    while (m.find()) {
      textes.add(m.group(1));
    }
    return textes;
  }
}
