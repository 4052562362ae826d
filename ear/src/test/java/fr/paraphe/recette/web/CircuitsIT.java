package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Les circuits en administration : où ils servent, qui recevrait quoi, et qui n’y entre pas. */
class CircuitsIT {
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
  void l_administrateur_essaie_un_circuit_et_un_bureau_inconnu_est_dit() {
    for (int largeur : new int[] {375, 1280}) {
      Page admin = navigateur.page("admin", largeur, false);
      admin.navigate(Commune.fondee().adresse("administration/circuits.xhtml"));
      assertThat(navigateur.fautes(admin)).isEmpty();
      admin.locator(".admin-liste a").first().click();
      admin.fill("#emetteur", "DGS");
      admin.click("#essai button[type=submit]");
      admin.locator("#essai tbody tr").first().waitFor();
      assertThat(navigateur.fautes(admin)).isEmpty();
      admin.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(java.nio.file.Path.of("target", "circuits-" + largeur + ".png")));
      admin.fill("#emetteur", "Nulle part");
      admin.click("#essai button[type=submit]");
      admin.locator("#essai [role=alert]").waitFor();
      assertThat(admin.textContent("#essai [role=alert]")).contains("Nulle part");
    }
    navigateur.oublierConsole();
  }

  @Test
  void un_circuit_inconnu_est_introuvable_et_l_agent_n_entre_pas() {
    Page admin = navigateur.page("admin", 1280, false);
    assertThat(
            admin
                .navigate(Commune.fondee().adresse("administration/circuits.xhtml?id=999999"))
                .status())
        .isEqualTo(404);
    Page agent = navigateur.page("agent", 1280, false);
    for (String suite : new String[] {"", "?id=1", "?id=1&emetteur=DGS"}) {
      assertThat(
              agent
                  .navigate(Commune.fondee().adresse("administration/circuits.xhtml" + suite))
                  .status())
          .isEqualTo(403);
    }
    navigateur.oublierConsole();
  }
}
