package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** L’administration des dossiers en circulation, et qui n’y entre pas. */
class SurveillanceIT {
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
  void l_administrateur_trouve_un_dossier_lit_son_journal_et_le_retire_avec_un_motif() {
    String adresse =
        Pieces.creer(navigateur.page("agent", 1280, false), "À retirer", "Visa", "Visa simple");
    Page admin = navigateur.page("admin", 1280, false);
    admin.navigate(Commune.fondee().adresse("administration/dossiers.xhtml?q=a+retirer"));
    assertThat(admin.textContent("main")).contains("À retirer").contains("DGS");
    admin.click("text=À retirer");
    admin.locator("[id='retrait:retirer']").waitFor();
    assertThat(admin.textContent("main")).contains("Création de dossier");
    admin.click("[id='retrait:retirer']");
    admin.locator("[id='retrait:motif-faute']").waitFor();
    admin.fill("[id='retrait:motif']", "Déposé par erreur");
    admin.click("[id='retrait:retirer']");
    admin.waitForURL("**/administration/dossiers.xhtml");
    assertThat(admin.textContent("#messages")).contains("retiré de la circulation");
    admin.navigate(Commune.fondee().adresse("administration/dossiers.xhtml?q=a+retirer"));
    assertThat(admin.textContent("main")).contains("Aucun dossier");
    Response chezLAgent = navigateur.page("agent", 1280, false).navigate(adresse);
    assertThat(chezLAgent.status()).isEqualTo(404);
    navigateur.oublierConsole();
  }

  @Test
  void qui_n_administre_rien_n_entre_ni_par_la_liste_ni_par_l_adresse_d_un_dossier() {
    Page agent = navigateur.page("agent", 1280, false);
    for (String page : new String[] {"dossiers.xhtml", "dossier.xhtml?id=x"}) {
      Response reponse = agent.navigate(Commune.fondee().adresse("administration/" + page));
      assertThat(reponse.status()).as(page).isIn(403, 404);
    }
    navigateur.oublierConsole();
  }

  @Test
  void un_dossier_inconnu_ou_d_ailleurs_est_introuvable() {
    Page admin = navigateur.page("admin", 1280, false);
    for (String id : new String[] {"inconnu", "", "%00", "../x"}) {
      Response reponse =
          admin.navigate(Commune.fondee().adresse("administration/dossier.xhtml?id=" + id));
      assertThat(reponse.status()).as(id).isEqualTo(404);
    }
    navigateur.oublierConsole();
  }

  @Test
  void les_pages_tiennent_sur_un_telephone_et_n_ont_aucune_faute_d_accessibilite() {
    Pieces.creer(navigateur.page("agent", 1280, false), "Sous les yeux", "Visa", "Visa simple");
    for (int largeur : new int[] {375, 1280}) {
      Page admin = navigateur.page("admin", largeur, true);
      admin.navigate(Commune.fondee().adresse("administration/dossiers.xhtml"));
      assertThat(navigateur.fautes(admin)).isEmpty();
      admin.click("text=Sous les yeux");
      admin.locator("[id='retrait:retirer']").waitFor();
      assertThat(navigateur.fautes(admin)).isEmpty();
    }
  }
}
