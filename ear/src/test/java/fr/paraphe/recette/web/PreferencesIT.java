package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import fr.paraphe.outils.atelier.Base;
import fr.paraphe.recette.Produit;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Les préférences de courriels, et les travaux bloqués de l’administration. */
class PreferencesIT {
  private static Navigateur navigateur;

  @BeforeAll
  static void ouvrir() {
    navigateur = new Navigateur();
  }

  @AfterAll
  static void fermer() {
    navigateur.close();
  }

  private static Page preferences(String login, int largeur, boolean sombre) {
    Page page = navigateur.page(login, largeur, sombre);
    page.navigate(Commune.fondee().adresse("preferences.xhtml"));
    return page;
  }

  @Test
  void le_rythme_choisi_est_garde_et_l_heure_ne_se_montre_que_s_il_le_faut() {
    Page page = preferences("vide", 1280, false);
    assertThat(page.locator("[id='courriels:heure']").count()).isZero();
    page.selectOption("[id='courriels:rythme']", "QUOTIDIENNE");
    page.selectOption("[id='courriels:heure']", "17");
    page.fill("[id='courriels:adresse']", "sans.bureau@ailleurs.fr");
    page.uncheck("[id='courriels:suivis']");
    page.click("[id='courriels:enregistrer']");
    page.locator("#messages [role=status]").waitFor();

    Page plusTard = preferences("vide", 1280, false);
    assertThat(plusTard.inputValue("[id='courriels:rythme']")).isEqualTo("QUOTIDIENNE");
    assertThat(plusTard.inputValue("[id='courriels:heure']")).isEqualTo("17");
    assertThat(plusTard.inputValue("[id='courriels:adresse']"))
        .isEqualTo("sans.bureau@ailleurs.fr");
    assertThat(plusTard.isChecked("[id='courriels:suivis']")).isFalse();
    assertThat(plusTard.isChecked("[id='courriels:retards']")).isTrue();
  }

  @Test
  void une_adresse_refusee_le_dit_et_garde_la_saisie() {
    Page page = preferences("maire", 1280, false);
    page.fill("[id='courriels:adresse']", "maire chez lui");
    page.click("[id='courriels:enregistrer']");
    page.locator("#messages [role=alert]").waitFor();
    assertThat(page.textContent("#messages")).contains("maire chez lui");
    assertThat(page.inputValue("[id='courriels:adresse']")).isEqualTo("maire chez lui");
    assertThat(preferences("maire", 1280, false).inputValue("[id='courriels:adresse']")).isEmpty();
  }

  private static void bloquer(int collectivite, String cause) throws SQLException {
    Base base = Produit.enMarche().instance().proprietaire();
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse());
        var s =
            c.prepareStatement(
                "INSERT INTO travail (genre, collectivite_id, charge, essais, erreur, mort_le) VALUES ('courriel', ?, '{\"messages\": []}', 8, ?, now())")) {
      s.setInt(1, collectivite);
      s.setString(2, cause);
      s.executeUpdate();
    }
  }

  private static Page travaux(int largeur, boolean sombre) {
    Page page = navigateur.page("admin", largeur, sombre);
    page.navigate(Commune.fondee().adresse("administration/travaux.xhtml"));
    return page;
  }

  @Test
  void l_administrateur_lit_la_cause_relance_et_abandonne_apres_confirmation() throws SQLException {
    bloquer(900, "550 boîte inconnue à relancer");
    bloquer(900, "550 boîte inconnue à abandonner");
    Page page = travaux(1280, false);
    page.locator("tr", new Page.LocatorOptions().setHasText("à relancer"))
        .locator("button:has-text('Relancer')")
        .click();
    page.locator("#messages [role=status]").waitFor();
    assertThat(page.textContent("main")).contains("à abandonner").doesNotContain("à relancer");
    var ligne = page.locator("tr", new Page.LocatorOptions().setHasText("à abandonner"));
    assertThat(ligne.locator("button:has-text('Abandonner ce travail')").isVisible()).isFalse();
    ligne.locator("summary").click();
    ligne.locator("button:has-text('Abandonner ce travail')").click();
    page.locator("#messages [role=status]").waitFor();
    assertThat(page.textContent("main")).contains("Aucun travail bloqué");
    page.navigate(Commune.fondee().adresse("administration/journal.xhtml"));
    assertThat(page.textContent("main")).contains("Travail relancé").contains("Travail supprimé");
  }

  @Test
  void ni_l_agent_ni_une_autre_collectivite_n_y_voient_rien() throws SQLException {
    bloquer(1, "cause d’une autre ville");
    assertThat(travaux(1280, false).textContent("main")).doesNotContain("autre ville");
    Page agent = navigateur.page("agent", 1280, false);
    Response reponse = agent.navigate(Commune.fondee().adresse("administration/travaux.xhtml"));
    assertThat(reponse.status()).isEqualTo(403);
    navigateur.oublierConsole();
  }

  @Test
  void les_pages_tiennent_sur_un_telephone_et_n_ont_aucune_faute_d_accessibilite()
      throws SQLException {
    bloquer(900, "550 5.1.1 boîte inconnue, sous les yeux");
    for (int largeur : new int[] {375, 1280}) {
      Page page = preferences("dgs", largeur, largeur == 375);
      page.selectOption("[id='courriels:rythme']", "HEBDOMADAIRE");
      page.locator("[id='courriels:jour']").waitFor();
      assertThat(navigateur.fautes(page)).isEmpty();
      Page admin = travaux(largeur, largeur == 375);
      admin.locator("summary:has-text('Abandonner')").first().click();
      assertThat(navigateur.fautes(admin)).isEmpty();
    }
  }
}
