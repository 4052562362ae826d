package fr.paraphe.outils.banc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** Un connecteur classique, HTTP Basic, document en base64 dans l’enveloppe. */
final class ClientSoap {

  private static final String AVANT =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
          + " xmlns:n=\"http://www.adullact.org/spring-ws/iparapheur/1.0\" xmlns:xm=\"http://www.w3.org/2005/05/xmlmime\"><s:Body>";
  private static final String APRES = "</s:Body></s:Envelope>";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI adresse;
  private final String acces;

  ClientSoap(String serveur, String login, String motDePasse) {
    this.adresse = URI.create(serveur + "/ws-iparapheur-no-mtom");
    byte[] paire = (login + ":" + motDePasse).getBytes(StandardCharsets.UTF_8);
    this.acces = "Basic " + Base64.getEncoder().encodeToString(paire);
  }

  boolean historique(String id) {
    String corps = "<n:GetHistoDossierRequest>" + id + "</n:GetHistoDossierRequest>";
    return envoyer(BodyPublishers.ofString(AVANT + corps + APRES), "LogDossier");
  }

  boolean creer(String id, String type, String sousType, byte[] pdf) {
    String base64 = Base64.getEncoder().encodeToString(pdf);
    return envoyer(
        BodyPublishers.ofString(
            AVANT + debut(id, type, sousType) + base64 + fin() + APRES, StandardCharsets.UTF_8),
        ">OK<");
  }

  /** Le document est lu du disque et encodé au fil de l’envoi. */
  boolean creerGros(String id, String type, String sousType, Path pdf) {
    BodyPublisher corps =
        BodyPublishers.concat(
            BodyPublishers.ofString(AVANT + debut(id, type, sousType)),
            BodyPublishers.ofInputStream(() -> base64(pdf)),
            BodyPublishers.ofString(fin() + APRES));
    return envoyer(corps, ">OK<");
  }

  private static String debut(String id, String type, String sousType) {
    return "<n:CreerDossierRequest><n:TypeTechnique>"
        + type
        + "</n:TypeTechnique><n:SousType>"
        + sousType
        + "</n:SousType><n:DossierID>"
        + id
        + "</n:DossierID><n:DossierTitre>"
        + id
        + "</n:DossierTitre><n:DocumentPrincipal xm:contentType=\"application/pdf\">";
  }

  private static String fin() {
    return "</n:DocumentPrincipal><n:NomDocPrincipal>courrier.pdf</n:NomDocPrincipal><n:Visibilite>SERVICE</n:Visibilite></n:CreerDossierRequest>";
  }

  /** Encode dans un tube : un fil écrit, l’envoi lit. */
  private static InputStream base64(Path pdf) {
    try {
      java.io.PipedInputStream lecture = new java.io.PipedInputStream(1 << 16);
      java.io.PipedOutputStream ecriture = new java.io.PipedOutputStream(lecture);
      Thread encodeur = new Thread(() -> encoder(pdf, ecriture), "base64");
      encodeur.setDaemon(true);
      encodeur.start();
      return lecture;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void encoder(Path pdf, OutputStream tube) {
    try (OutputStream base64 = Base64.getEncoder().wrap(tube)) {
      Files.copy(pdf, base64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean envoyer(BodyPublisher corps, String attendu) {
    HttpRequest requete =
        HttpRequest.newBuilder(adresse)
            .timeout(Duration.ofMinutes(3))
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", "\"\"")
            .header("Authorization", acces)
            .POST(corps)
            .build();
    try {
      HttpResponse<String> reponse = client.send(requete, HttpResponse.BodyHandlers.ofString());
      return reponse.statusCode() == 200 && reponse.body().contains(attendu);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
