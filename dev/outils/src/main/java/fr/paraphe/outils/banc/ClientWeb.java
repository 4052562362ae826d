package fr.paraphe.outils.banc;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Une personne dans son navigateur : une session, des pages entières. */
final class ClientWeb {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> temoins = new ConcurrentHashMap<>();
  private final String serveur;

  ClientWeb(String serveur) {
    this.serveur = serveur;
  }

  void entrer(String login, String motDePasse) throws IOException {
    demander(get("/iparapheur/bureaux.xhtml"));
    String formulaire = "j_username=" + coder(login) + "&j_password=" + coder(motDePasse);
    demander(
        requete("/iparapheur/j_security_check")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", serveur)
            .POST(HttpRequest.BodyPublishers.ofString(formulaire))
            .build());
    if (!page("/iparapheur/bureaux.xhtml", "Banc 01")) {
      throw new IOException("la page des bureaux ne s’ouvre pas pour " + login);
    }
  }

  boolean page(String chemin, String attendu) {
    try {
      HttpResponse<String> reponse = demander(get(chemin));
      return reponse.statusCode() == 200 && reponse.body().contains(attendu);
    } catch (IOException e) {
      return false;
    }
  }

  private HttpRequest get(String chemin) {
    return requete(chemin).GET().build();
  }

  private HttpRequest.Builder requete(String chemin) {
    HttpRequest.Builder requete =
        HttpRequest.newBuilder(URI.create(serveur + chemin)).timeout(Duration.ofSeconds(60));
    if (!temoins.isEmpty()) {
      requete.header(
          "Cookie",
          temoins.entrySet().stream()
              .map(t -> t.getKey() + "=" + t.getValue())
              .collect(Collectors.joining("; ")));
    }
    return requete;
  }

  private HttpResponse<String> demander(HttpRequest requete) throws IOException {
    try {
      HttpResponse<String> reponse = client.send(requete, HttpResponse.BodyHandlers.ofString());
      for (String temoin : reponse.headers().allValues("Set-Cookie")) {
        String[] paire = temoin.split(";", 2)[0].split("=", 2);
        temoins.put(paire[0], paire[1]);
      }
      return reponse;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String coder(String texte) {
    return URLEncoder.encode(texte, StandardCharsets.UTF_8);
  }
}
