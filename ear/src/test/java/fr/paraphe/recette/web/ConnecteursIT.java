package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import fr.paraphe.recette.Connecteur;
import fr.paraphe.recette.Produit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** La page des connecteurs : ce que chaque logiciel a demandé, et qui ne le voit pas. */
class ConnecteursIT {
  private static Navigateur navigateur;

  @BeforeAll
  static void ouvrir() {
    navigateur = new Navigateur();
    Connecteur agent =
        new Connecteur(Produit.enMarche(), "agent@essai", Commune.fondee().motDePasse());
    assertThat(agent.appeler("<n:echoRequest>Coucou</n:echoRequest>").statusCode()).isEqualTo(200);
    agent.dossier("inconnu-du-connecteur");
    agent.appeler("<n:IsUtilisateurExisteRequest/>");
  }

  @AfterAll
  static void fermer() {
    navigateur.close();
  }

  @Test
  void l_administrateur_voit_les_derniers_appels_leur_issue_et_les_adresses() {
    Page admin = navigateur.page("admin", 1280, false);
    admin.navigate(Commune.fondee().adresse("administration/connecteurs.xhtml?compte=agent"));
    assertThat(admin.textContent("main"))
        .contains("/ws-iparapheur?wsdl")
        .contains("/ws-iparapheur-no-mtom?wsdl")
        .contains("echo")
        .contains("GetDossier")
        .contains("Dossier inconnu-du-connecteur introuvable.")
        .contains("ne propose pas")
        .contains("soumis dans le circuit");
  }

  @Test
  void la_page_tient_sur_un_telephone_et_n_a_aucune_faute_d_accessibilite() {
    for (int largeur : new int[] {375, 1280}) {
      for (boolean sombre : new boolean[] {false, true}) {
        Page admin = navigateur.page("admin", largeur, sombre);
        admin.navigate(Commune.fondee().adresse("administration/connecteurs.xhtml"));
        assertThat(navigateur.fautes(admin)).isEmpty();
      }
    }
  }

  @Test
  void un_agent_n_y_entre_pas() {
    Response reponse =
        navigateur
            .page("agent", 1280, false)
            .navigate(Commune.fondee().adresse("administration/connecteurs.xhtml"));
    assertThat(reponse.status()).isEqualTo(403);
    navigateur.oublierConsole();
  }
}
