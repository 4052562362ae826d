package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce que tous lisent sans compte, et rien de plus. */
class PagesOuvertesIT {
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({
    "a-propos.xhtml, À propos",
    "texte.xhtml?nom=versions, Notes de version",
    "texte.xhtml?nom=licence, GNU AFFERO GENERAL PUBLIC LICENSE",
    "texte.xhtml?nom=tiers, Apache-2.0",
    "confidentialite.xhtml, délégué à la protection des données",
    "accessibilite.xhtml, Aucun audit"
  })
  void chaque_page_de_texte_se_lit_sans_compte(String adresse, String dit) throws Exception {
    HttpResponse<String> r = lire(adresse);
    assertThat(r.statusCode()).isEqualTo(200);
    assertThat(r.body()).contains(dit).doesNotContain("j_security_check");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "texte.xhtml",
        "texte.xhtml?nom=",
        "texte.xhtml?nom=../web.xml",
        "texte.xhtml?nom=LICENSE",
        "texte.xhtml?nom=%2FWEB-INF%2Fweb.xml",
        "WEB-INF/textes/LICENSE"
      })
  void aucun_autre_fichier_ne_se_lit_par_la(String adresse) throws Exception {
    HttpResponse<String> r = lire(adresse);
    assertThat(r.statusCode()).isEqualTo(404);
    assertThat(r.body()).doesNotContain("security-constraint", "AFFERO");
  }

  @Test
  void le_pied_de_la_page_de_connexion_y_mene() {
    try (Navigateur navigateur = new Navigateur()) {
      Page page = navigateur.page(1280, false);
      page.navigate(Commune.fondee().adresse("connexion.xhtml"));
      page.click("footer >> text=À propos");
      assertThat(page.textContent("h1")).isEqualTo("À propos");
      assertThat(page.textContent("aside.env")).contains("Sans valeur");
    }
  }

  private HttpResponse<String> lire(String adresse) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(Commune.fondee().adresse(adresse)))
            .header("Accept-Language", "fr")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
