package fr.paraphe.recette.fautes;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Un navigateur sans écran : une session, les pages, leurs formulaires. Ne suit aucune redirection.
 */
final class Navigation {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern IDENTIFIANT = Pattern.compile("[?&]id=([^&]+)");
  private static final Pattern JETON = Pattern.compile("\"jeton\":\"([^\"]+)\"");
  private static final String FORMULAIRE = "application/x-www-form-urlencoded";

  private final String adresse;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Navigation(String adresse) {
    this.adresse = adresse;
  }

  /** Se connecte par le formulaire ; rend la réponse à l’envoi. */
  HttpResponse<String> tenter(String login, String motDePasse)
      throws IOException, InterruptedException {
    lire("bureaux.xhtml");
    Map<String, String> champs = new LinkedHashMap<>();
    champs.put("j_username", login);
    champs.put("j_password", motDePasse);
    return poster("j_security_check", champs);
  }

  void entrer(String login, String motDePasse) throws IOException, InterruptedException {
    HttpResponse<String> reponse = tenter(login, motDePasse);
    if (reponse.statusCode() / 100 != 3) {
      throw new IOException("connexion de " + login + " refusée : " + reponse.statusCode());
    }
  }

  HttpResponse<String> lire(String page) throws IOException, InterruptedException {
    return envoyer(demande(page).GET());
  }

  HttpResponse<String> poster(String page, Map<String, String> champs)
      throws IOException, InterruptedException {
    return envoyer(
        demande(page)
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", FORMULAIRE)
            .POST(HttpRequest.BodyPublishers.ofString(encoder(champs))));
  }

  /** Envoie un fichier comme le fait la page de création. */
  HttpResponse<String> televerser(String nom, HttpRequest.BodyPublisher contenu)
      throws IOException, InterruptedException {
    return envoyer(
        demande("app/depot")
            .header("Sec-Fetch-Site", "same-origin")
            .header("X-Paraphe", "1")
            .header("X-Nom-Fichier", URLEncoder.encode(nom, StandardCharsets.UTF_8))
            .header("Content-Type", "application/octet-stream")
            .POST(contenu));
  }

  /** Le jeton de la pièce reçue. */
  String deposer(String nom, byte[] contenu) throws IOException, InterruptedException {
    HttpResponse<String> r = televerser(nom, HttpRequest.BodyPublishers.ofByteArray(contenu));
    Matcher jeton = JETON.matcher(r.body());
    if (r.statusCode() != 200 || !jeton.find()) {
      throw new IOException("dépôt refusé : " + r.statusCode() + " " + r.body());
    }
    return jeton.group(1);
  }

  /** Ouvre la page de création, la nature « Visa › Visa simple » choisie. */
  Formulaire nouveau() throws IOException, InterruptedException {
    Formulaire page = Formulaire.lire("nouveau.xhtml", "f", lire("nouveau.xhtml").body());
    Map<String, String> choix = page.champs("f:type", "Visa");
    choix.put("jakarta.faces.partial.ajax", "true");
    choix.put("jakarta.faces.source", "f:type");
    choix.put("jakarta.faces.partial.execute", "f:type");
    choix.put("jakarta.faces.partial.render", "f:sousType");
    choix.put("jakarta.faces.behavior.event", "change");
    HttpResponse<String> r = poster(page.page(), choix);
    if (!r.body().contains("Visa simple")) {
      throw new IOException("nature refusée : " + r.statusCode() + " " + r.body());
    }
    return page;
  }

  /** Envoie la demande de création ; la réponse d’un succès est une redirection vers le dossier. */
  HttpResponse<String> envoyer(Formulaire nouveau, String titre, String jeton)
      throws IOException, InterruptedException {
    Map<String, String> champs = nouveau.champs("f:envoyer", "");
    champs.put("f:registre", "[{\"jeton\":\"" + jeton + "\",\"principal\":true}]");
    champs.put("f:type", "Visa");
    champs.put("f:sousType", "Visa simple");
    champs.put("f:titre", titre);
    champs.put("f:visibilite", "SERVICE");
    return poster(nouveau.page(), champs);
  }

  /** Crée et transmet ; rend l’identifiant du dossier. */
  String creer(String titre) throws IOException, InterruptedException {
    String jeton = deposer("Lettre.pdf", Pdf.disant(titre).contenu());
    return identifiant(envoyer(nouveau(), titre, jeton));
  }

  static String identifiant(HttpResponse<String> creation) throws IOException {
    Matcher id = IDENTIFIANT.matcher(creation.headers().firstValue("Location").orElse(""));
    if (!id.find()) {
      throw new IOException("création refusée : " + creation.statusCode() + " " + creation.body());
    }
    return URLDecoder.decode(id.group(1), StandardCharsets.UTF_8);
  }

  static String page(String id) {
    return "dossier.xhtml?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  /** Ouvre un dossier comme pour le décider. */
  Formulaire ouvrir(String id) throws IOException, InterruptedException {
    HttpResponse<String> r = lire(page(id));
    if (r.statusCode() != 200) {
      throw new IOException("dossier " + id + " : " + r.statusCode());
    }
    return Formulaire.lire(page(id), "decision", r.body());
  }

  HttpResponse<String> viser(Formulaire dossier) throws IOException, InterruptedException {
    Map<String, String> champs = dossier.champs("decision:viser", "");
    champs.put("decision:publique", "");
    champs.put("decision:privee", "");
    return poster(dossier.page(), champs);
  }

  /** Un appel SOAP sur l’adresse sans MTOM. */
  HttpResponse<String> soap(String compte, String motDePasse, String enveloppe)
      throws IOException, InterruptedException {
    String identite =
        Base64.getEncoder()
            .encodeToString((compte + ":" + motDePasse).getBytes(StandardCharsets.UTF_8));
    return envoyer(
        HttpRequest.newBuilder(URI.create(adresse + "/ws-iparapheur-no-mtom"))
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + identite)
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(enveloppe)));
  }

  HttpRequest.Builder demande(String page) {
    return HttpRequest.newBuilder(URI.create(adresse + "/iparapheur/" + page))
        .timeout(PATIENCE)
        .header("Accept-Language", "fr");
  }

  HttpResponse<String> envoyer(HttpRequest.Builder demande)
      throws IOException, InterruptedException {
    return client.send(demande.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String encoder(Map<String, String> champs) {
    return champs.entrySet().stream()
        .map(
            c ->
                URLEncoder.encode(c.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(c.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
