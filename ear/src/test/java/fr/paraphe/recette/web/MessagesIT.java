package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ce que les pages disent quand quelque chose ne va pas : la bonne langue, ce qui est gardé. */
class MessagesIT {
  private static final Locator.WaitForOptions ATTACHE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

  private static Navigateur navigateur;

  @BeforeAll
  static void ouvrir() {
    navigateur = new Navigateur();
  }

  @AfterAll
  static void fermer() {
    navigateur.close();
  }

  @Test
  void un_mot_de_passe_faux_garde_l_identifiant_et_place_au_mot_de_passe() {
    Page page = navigateur.page(1280, false);
    page.navigate(Commune.fondee().adresse("bureaux.xhtml"));
    assertThat(focus(page)).isEqualTo("j_username");
    Navigateur.connecter(page, "\"><b>agent", "faux");
    page.locator("#refus").waitFor();
    assertThat(page.inputValue("#j_username")).isEqualTo("\"><b>agent");
    assertThat(focus(page)).isEqualTo("j_password");
  }

  @Test
  void une_session_finie_se_dit_et_le_texte_revient_apres_la_connexion() {
    String adresse =
        Pieces.creer(navigateur.page("agent", 1280, false), "Avant la fin", "Visa", "Visa simple");
    Page dgs = navigateur.page("dgs", 1280, false);
    dgs.navigate(adresse);
    dgs.fill("[id='decision:publique']", "Texte en cours");
    List<Cookie> temoins = dgs.context().cookies();
    temoins.forEach(t -> t.value = "inconnue");
    dgs.context().addCookies(temoins);
    dgs.locator("[data-touche=v]:visible").first().click();
    dgs.locator("#connexion").waitFor();
    assertThat(dgs.textContent("main")).contains("Votre session est terminée");
    Navigateur.connecter(dgs, "dgs@essai", Commune.fondee().motDePasse());
    dgs.locator("[id='decision:publique']").waitFor();
    assertThat(dgs.inputValue("[id='decision:publique']")).isEqualTo("Texte en cours");
    assertThat(dgs.locator("[data-touche=v]:visible").count())
        .as("le visa n’est pas parti seul")
        .isPositive();
  }

  @Test
  void un_conflit_montre_le_texte_qui_n_a_pas_ete_enregistre() {
    String adresse =
        Pieces.creer(navigateur.page("agent", 1280, false), "Deux onglets", "Visa", "Visa simple");
    Page premier = navigateur.page("dgs", 1280, false);
    Page second = navigateur.page("dgs", 1280, false);
    premier.navigate(adresse);
    second.navigate(adresse);
    second.fill("[id='decision:publique']", "À ne pas perdre");
    premier.locator("[data-touche=v]:visible").first().click();
    premier.locator("#messages [role=status]").waitFor();
    second.locator("[data-touche=v]:visible").first().click();
    second.locator("#messages [role=alert]").waitFor();
    assertThat(second.textContent("#messages"))
        .contains("l’a déjà visé")
        .contains("n’a pas été enregistré")
        .contains("À ne pas perdre");
    assertThat(second.getAttribute("#messages [data-copie]", "data-copie"))
        .isEqualTo("À ne pas perdre");
    assertThat(navigateur.fautes(second)).isEmpty();
  }

  @Test
  void une_faute_corrigee_disparait_et_le_bilan_la_suit() {
    Page agent = navigateur.page("agent", 1280, false);
    agent.navigate(Commune.fondee().adresse("nouveau.xhtml"));
    agent.click("[id='f:envoyer']");
    agent.locator("[data-bilan] a").first().waitFor();
    assertThat(focus(agent)).isEqualTo("f:type");
    assertThat(agent.textContent("[data-bilan]")).contains("3 points").contains("Titre");
    agent.fill("[id='f:titre']", "Un titre");
    agent.keyboard().press("Tab");
    assertThat(agent.textContent("[data-bilan]")).contains("2 points").doesNotContain("Titre");
    assertThat(agent.locator("[id='f:titre-faute']").isVisible()).isFalse();
    assertThat(agent.locator("[id='f:type-faute']").isVisible()).isTrue();
    assertThat(navigateur.fautes(agent)).isEmpty();
  }

  @Test
  void un_refus_se_dit_en_anglais_a_qui_lit_en_anglais() {
    Page page = navigateur.page("maire", 1280, false);
    try {
      langue(page, "en");
      page.navigate(Commune.fondee().adresse("nouveau.xhtml"));
      page.setInputFiles(
          "#fichiers",
          new FilePayload(
              "Lettre.pdf", "application/pdf", "pas un pdf".getBytes(StandardCharsets.UTF_8)));
      page.locator("#pieces .etiquette").first().waitFor();
      page.selectOption("[id='f:type']", "Visa");
      page.locator("[id='f:sousType'] option[value='Visa simple']").waitFor(ATTACHE);
      page.selectOption("[id='f:sousType']", "Visa simple");
      page.locator("[id='f:circuit'] .fil").waitFor();
      page.fill("[id='f:titre']", "English");
      page.click("[id='f:envoyer']");
      page.locator("#messages [role=alert]").waitFor();
      assertThat(page.textContent("#messages")).contains("This file is not a PDF");
      page.navigate(Commune.fondee().adresse("dossier.xhtml?id=inconnu"));
      assertThat(page.textContent("main")).contains("File inconnu not found.");
      navigateur.oublierConsole();
    } finally {
      page.navigate(Commune.fondee().adresse("bureaux.xhtml"));
      langue(page, "fr");
    }
  }

  private static void langue(Page page, String langue) {
    page.click("[popovertarget=menu-moi]");
    page.locator("label:has([data-reglage=langue][value=" + langue + "])").click();
    page.waitForFunction("l => document.documentElement.lang === l", langue);
  }

  private static String focus(Page page) {
    return (String) page.evaluate("() => document.activeElement.id");
  }
}
