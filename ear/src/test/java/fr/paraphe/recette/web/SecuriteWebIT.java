package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Les en-têtes, l’origine, la session, les documents : ce qu’un navigateur hostile ou curieux
 * obtient.
 */
class SecuriteWebIT {
  private static Navigateur navigateur;
  private static String document;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @BeforeAll
  static void ouvrir() {
    navigateur = new Navigateur();
    Page agent = navigateur.page("agent", 1280, false);
    Pieces.creer(agent, "Dossier a proteger", "Visa", "Visa simple");
    document = agent.getAttribute("[data-pdf]", "data-pdf").replaceFirst(".*/app/visuel/", "");
  }

  @AfterAll
  static void fermer() {
    navigateur.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bureaux.xhtml",
        "connexion.xhtml",
        "inconnue.xhtml",
        "statique/css/app.css",
        "app/document/x",
        "jakarta.faces.resource/core.js.xhtml?ln=primefaces"
      })
  void toute_reponse_porte_les_en_tetes_de_securite(String page) throws Exception {
    entrer("agent");
    HttpResponse<String> r = lire(page);
    assertThat(r.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(r.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(r.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(r.headers().firstValue("Content-Security-Policy").orElseThrow())
        .doesNotContain("unsafe");
    assertThat(r.headers().firstValue("X-Powered-By")).isEmpty();
  }

  @Test
  void une_page_ne_se_garde_pas_un_fichier_fixe_si() throws Exception {
    entrer("agent");
    assertThat(lire("bureaux.xhtml").headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(lire("statique/css/app.css?v=1").headers().firstValue("Cache-Control").orElseThrow())
        .contains("immutable");
  }

  @Test
  void l_identifiant_de_session_change_a_la_connexion() throws Exception {
    lire("bureaux.xhtml");
    String avant = temoins();
    entrer("agent");
    assertThat(temoins()).isNotEmpty().isNotEqualTo(avant);
  }

  @Test
  void le_temoin_de_session_est_ferme_aux_scripts_et_aux_autres_sites() throws Exception {
    String temoin = lire("bureaux.xhtml").headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(temoin).contains("HttpOnly").contains("SameSite=Lax").contains("path=/iparapheur");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site:cross-site",
        "Sec-Fetch-Site:same-site",
        "Origin:http://ailleurs.invalid",
        "X-Rien:rien"
      })
  void un_autre_site_ne_change_rien(String entete) throws Exception {
    entrer("agent");
    String[] e = entete.split(":", 2);
    assertThat(envoyer("app/affichage", "{}", e[0], e[1], "X-Paraphe", "1").statusCode())
        .isEqualTo(403);
    assertThat(envoyer("bureaux.xhtml", "x=1", e[0], e[1]).statusCode()).isEqualTo(403);
  }

  @Test
  void un_formulaire_ordinaire_n_atteint_pas_un_point_d_entree() throws Exception {
    entrer("agent");
    assertThat(envoyer("app/affichage", "{}", "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(403);
  }

  @Test
  void sans_connexion_un_point_d_entree_refuse_sans_rien_rejouer() throws Exception {
    HttpResponse<String> r =
        envoyer("app/affichage", "{}", "Sec-Fetch-Site", "same-origin", "X-Paraphe", "1");
    assertThat(r.statusCode()).isEqualTo(401);
    assertThat(r.body()).contains("SESSION_FINIE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"theme\":3}", "{\"dossiers\":null}"})
  void une_demande_illisible_est_refusee_sans_detail(String corps) throws Exception {
    entrer("maire");
    for (String entree :
        List.of(
            "app/affichage",
            "app/signature/preparer",
            "app/signature/incorporer",
            "app/depot/retirer")) {
      HttpResponse<String> r =
          envoyer(entree, corps, "Sec-Fetch-Site", "same-origin", "X-Paraphe", "1");
      assertThat(r.statusCode()).as(entree).isEqualTo(400);
      assertThat(r.body()).doesNotContain("Exception").doesNotContain("fr.paraphe");
    }
  }

  @Test
  void un_document_est_servi_par_plages_et_enferme() throws Exception {
    entrer("agent");
    HttpResponse<String> r = lire("app/document/" + document, "Range", "bytes=0-7");
    assertThat(r.statusCode()).isEqualTo(206);
    assertThat(r.body()).isEqualTo("%PDF-1.7");
    assertThat(r.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox");
    assertThat(r.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("inline; filename=\"Lettre.pdf\"");
    assertThat(lire("app/document/" + document, "Range", "bytes=99999999-").statusCode())
        .isEqualTo(416);
    assertThat(
            lire("app/document/" + document + "?enregistrer")
                .headers()
                .firstValue("Content-Disposition")
                .orElseThrow())
        .startsWith("attachment");
  }

  @Test
  void le_document_d_autrui_n_existe_pas() throws Exception {
    entrer("vide");
    assertThat(lire("app/document/" + document).statusCode()).isEqualTo(404);
    assertThat(lire("app/visuel/" + document).statusCode()).isEqualTo(404);
    assertThat(lire("app/document/00000000-0000-0000-0000-000000000000").statusCode())
        .isEqualTo(404);
  }

  @Test
  void le_bureau_d_autrui_n_existe_pas() throws Exception {
    entrer("agent");
    assertThat(lire("corbeille.xhtml?bureau=913&bannette=a-traiter").statusCode()).isEqualTo(404);
    assertThat(lire("corbeille.xhtml").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WEB-INF/web.xml",
        "WEB-INF/gabarits/socle.xhtml",
        "META-INF/MANIFEST.MF",
        "jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
        "jakarta.faces.resource/../WEB-INF/web.xml.xhtml",
        "jakarta.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces&pfdrt=sc&pfdrid=x",
        "jakarta.faces.resource/web.xml.xhtml?con=../WEB-INF",
        "jakarta.faces.resource/web.xml.xhtml?loc=../WEB-INF"
      })
  void les_chemins_d_attaque_connus_ne_menent_nulle_part(String chemin) throws Exception {
    entrer("agent");
    HttpResponse<String> r = lire(chemin);
    assertThat(r.statusCode()).isBetween(400, 499);
    assertThat(r.body()).doesNotContain("<web-app").doesNotContain("facelets");
  }

  @Test
  void apres_la_connexion_on_revient_a_la_page_demandee_et_nulle_part_ailleurs() throws Exception {
    Page page = navigateur.page(1280, false);
    page.navigate(Commune.fondee().adresse("corbeille.xhtml?bureau=912&bannette=retournes"));
    Navigateur.connecter(page, "dgs@essai", Commune.fondee().motDePasse());
    page.waitForURL("**/corbeille.xhtml?bureau=912&bannette=retournes");
    Page seconde = navigateur.page(1280, false);
    seconde.navigate(
        Commune.fondee()
            .adresse("connexion.xhtml?redirect=https://ailleurs.invalid/&url=//ailleurs.invalid"));
    Navigateur.connecter(seconde, "dgs@essai", Commune.fondee().motDePasse());
    seconde.waitForURL("**/iparapheur/**");
    assertThat(seconde.url()).startsWith(Commune.fondee().adresse(""));
  }

  @Test
  void une_session_perdue_rend_la_page_et_le_texte() {
    Page page = navigateur.page("dgs", 1280, false);
    page.navigate(
        Commune.fondee().adresse("corbeille.xhtml?bureau=912&bannette=a-traiter&q=proteger"));
    page.navigate(Commune.fondee().adresse(page.locator(".liste a").first().getAttribute("href")));
    String adresse = page.url();
    page.fill("[id='decision:publique']", "une note longue à écrire");
    page.context().clearCookies();
    page.locator("[data-touche=v]:visible").first().click();
    Navigateur.connecter(page, "dgs@essai", Commune.fondee().motDePasse());
    page.waitForURL(adresse);
    assertThat(page.inputValue("[id='decision:publique']")).isEqualTo("une note longue à écrire");
  }

  private void entrer(String login) throws IOException, InterruptedException {
    lire("bureaux.xhtml");
    String corps =
        "j_username="
            + URLEncoder.encode(login + "@essai", StandardCharsets.UTF_8)
            + "&j_password="
            + Commune.fondee().motDePasse();
    HttpResponse<String> r =
        envoyer("j_security_check", corps, "Content-Type", "application/x-www-form-urlencoded");
    assertThat(r.statusCode()).isBetween(300, 399);
  }

  private String temoins() {
    return ((CookieManager) client.cookieHandler().orElseThrow())
        .getCookieStore()
        .getCookies()
        .toString();
  }

  private HttpResponse<String> lire(String page, String... entetes)
      throws IOException, InterruptedException {
    HttpRequest.Builder demande =
        HttpRequest.newBuilder(URI.create(Commune.fondee().adresse(page)));
    if (entetes.length > 0) {
      demande.headers(entetes);
    }
    return client.send(
        demande.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
  }

  private HttpResponse<String> envoyer(String page, String corps, String... entetes)
      throws IOException, InterruptedException {
    HttpRequest demande =
        HttpRequest.newBuilder(URI.create(Commune.fondee().adresse(page)))
            .headers(entetes)
            .POST(HttpRequest.BodyPublishers.ofString(corps))
            .build();
    return client.send(demande, HttpResponse.BodyHandlers.ofString());
  }
}
