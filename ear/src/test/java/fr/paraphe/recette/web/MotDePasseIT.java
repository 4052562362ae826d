package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changer son mot de passe, à l’écran : l’ancien n’ouvre plus rien aussitôt. */
class MotDePasseIT {
  private static final String NOUVEAU = "agrafe-cheval-pile-correct";
  private Navigateur navigateur;

  @BeforeEach
  void ouvrir() {
    navigateur = new Navigateur();
  }

  @AfterEach
  void fermer() {
    navigateur.close();
  }

  @Test
  void des_refus_puis_un_changement_qui_vaut_aussitot() {
    String ancien = Commune.fondee().motDePasse();
    Page page = navigateur.page("vide", 375, false);
    page.navigate(Commune.fondee().adresse("mon-mot-de-passe.xhtml"));
    assertThat(navigateur.fautes(page)).isEmpty();

    soumettre(page, "pas-celui-la", NOUVEAU, NOUVEAU);
    assertThat(page.textContent("[role=alert]")).contains("actuel n’est pas le bon");
    soumettre(page, ancien, NOUVEAU, NOUVEAU + "x");
    assertThat(page.textContent("[role=alert]")).contains("diffèrent");
    soumettre(page, ancien, "court", "court");
    assertThat(page.textContent("[role=alert]")).contains("au moins 12");
    soumettre(page, ancien, "password1234", "password1234");
    assertThat(page.textContent("[role=alert]")).contains("se devine");
    assertThat(navigateur.fautes(page)).isEmpty();

    soumettre(page, ancien, NOUVEAU, NOUVEAU);
    page.waitForURL("**/bureaux.xhtml");
    assertThat(page.textContent("main")).contains("Votre mot de passe est changé");

    assertThat(entre(ancien)).isFalse();
    assertThat(entre(NOUVEAU)).isTrue();

    page.navigate(Commune.fondee().adresse("mon-mot-de-passe.xhtml"));
    soumettre(page, NOUVEAU, ancien, ancien);
    page.waitForURL("**/bureaux.xhtml");
  }

  @Test
  void sans_connexion_la_page_ne_s_ouvre_pas() {
    Page page = navigateur.page(1280, false);
    page.navigate(Commune.fondee().adresse("mon-mot-de-passe.xhtml"));
    assertThat(page.locator("#j_password").count()).isEqualTo(1);
    assertThat(page.locator("[id='f:actuel']").count()).isZero();
  }

  private boolean entre(String motDePasse) {
    try (Navigateur autre = new Navigateur()) {
      Page page = autre.page(1280, false);
      page.navigate(Commune.fondee().adresse("bureaux.xhtml"));
      Navigateur.connecter(page, "vide@essai", motDePasse);
      page.waitForLoadState();
      return page.locator("#j_password").count() == 0;
    }
  }

  private static void soumettre(Page page, String actuel, String nouveau, String encore) {
    page.fill("[id='f:actuel']", actuel);
    page.fill("[id='f:nouveau']", nouveau);
    page.fill("[id='f:encore']", encore);
    page.click("[id='f:changer']");
    page.waitForLoadState();
  }
}
