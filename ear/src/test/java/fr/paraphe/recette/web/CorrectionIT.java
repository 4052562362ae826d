package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Un dossier rejeté, corrigé puis émis à nouveau, à l’écran. */
class CorrectionIT {
  private static Navigateur navigateur;

  @BeforeAll
  static void ouvrir() {
    navigateur = new Navigateur();
  }

  @AfterAll
  static void fermer() {
    navigateur.close();
  }

  private static String rejete(String titre) {
    String adresse =
        Pieces.creer(navigateur.page("agent", 1280, false), titre, "Visa", "Visa simple");
    Page dgs = navigateur.page("dgs", 1280, false);
    dgs.navigate(adresse);
    dgs.locator("[data-touche=r]:visible").first().click();
    dgs.fill("[id='rejet:motif']", "Montant à revoir");
    dgs.click("[id='rejet:rejeter']");
    dgs.locator("#messages [role=status]").waitFor();
    return adresse;
  }

  @Test
  void l_emetteur_corrige_remplace_la_piece_et_renvoie_le_meme_dossier() {
    String adresse = rejete("Devis de juin");
    Page agent = navigateur.page("agent", 1280, false);
    agent.navigate(adresse);
    agent.locator("[name='decision:corriger']:visible").first().click();
    agent.waitForURL("**/nouveau.xhtml?dossier=*");
    assertThat(agent.inputValue("[id='f:titre']")).isEqualTo("Devis de juin");
    assertThat(agent.locator("#pieces .piece").count()).isEqualTo(1);
    assertThat(navigateur.fautes(agent)).isEmpty();
    agent.fill("[id='f:titre']", "Devis de juin, corrigé");
    agent.locator("#pieces .piece [aria-label^='Retirer']").click();
    agent.setInputFiles("#fichiers", Pieces.pdf("Devis-corrige.pdf", "Corrige"));
    agent.locator("#pieces .etiquette").first().waitFor();
    agent.click("[id='f:envoyer']");
    agent.waitForURL("**/dossier.xhtml?id=*");
    assertThat(agent.textContent("main")).contains("Devis de juin, corrigé");

    Page dgs = navigateur.page("dgs", 1280, false);
    dgs.navigate(adresse);
    assertThat(dgs.textContent("main"))
        .contains("Devis de juin, corrigé")
        .contains("Devis-corrige.pdf");
    assertThat(dgs.locator("[data-touche=v]:visible").count()).isPositive();
  }

  @Test
  void qui_n_est_pas_l_emetteur_ne_corrige_ni_n_ouvre_le_brouillon() {
    String adresse = rejete("Réservé à l’émetteur");
    Page dgs = navigateur.page("dgs", 1280, false);
    dgs.navigate(adresse);
    assertThat(dgs.locator("[name='decision:corriger']").count()).isZero();
    String id = adresse.substring(adresse.indexOf("id=") + 3);
    Page maire = navigateur.page("maire", 1280, false);
    Response reponse = maire.navigate(Commune.fondee().adresse("nouveau.xhtml?dossier=" + id));
    assertThat(reponse.status()).isGreaterThanOrEqualTo(400);
    Response inconnu =
        navigateur
            .page("agent", 1280, false)
            .navigate(Commune.fondee().adresse("nouveau.xhtml?dossier=inconnu"));
    assertThat(inconnu.status()).isEqualTo(404);
    navigateur.oublierConsole();
  }
}
