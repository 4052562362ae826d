package fr.paraphe.recette.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * L’administration vue du navigateur : ce qu’un administrateur crée sert aussitôt, et qui n’en a
 * pas le droit n’entre ni par l’adresse ni par un envoi.
 */
class AdministrationIT {

  private static final String FORMULAIRE = "form#f";

  private Navigateur navigateur;
  private Commune commune;

  @BeforeEach
  void ouvrir() {
    commune = Commune.fondee();
    navigateur = new Navigateur();
  }

  @AfterEach
  void fermer() {
    navigateur.close();
  }

  private int statut(Page page, String adresse) {
    Response reponse = page.navigate(commune.adresse(adresse));
    return reponse.status();
  }

  @Test
  void un_administrateur_cree_un_bureau_et_un_compte_qui_se_connecte_et_le_tient() {
    Page admin = navigateur.page("admin", 1280, false);
    admin.navigate(commune.adresse("administration/bureaux.xhtml?nouveau=oui"));
    admin.fill("#f\\:titre", "Ressources humaines");
    admin.fill("#f\\:nomCourt", "RH");
    admin.fill("#f\\:superieur", "DGS");
    admin.click("#f\\:enregistrer");
    assertThat(admin.locator("#messages")).containsText("est créé");
    assertThat(navigateur.fautes(admin)).isEmpty();

    admin.navigate(commune.adresse("administration/utilisateur.xhtml"));
    admin.fill("#f\\:nom", "Neuve");
    admin.fill("#f\\:prenom", "Nina");
    admin.fill("#f\\:identifiant", "nina");
    admin.fill("#f\\:courriel", "nina@essai.invalid");
    admin.fill("#f\\:bureau", "RH");
    admin.click("#f\\:tenir");
    admin.click("#f\\:enregistrer");
    assertThat(admin.locator("#compte-ouvert")).hasText("nina@essai");
    String secret = admin.locator("#secret").textContent();
    assertThat(navigateur.fautes(admin)).isEmpty();

    Page nina = navigateur.page(375, true);
    nina.navigate(commune.adresse("bureaux.xhtml"));
    Navigateur.connecter(nina, "nina@essai", secret);
    nina.waitForURL("**/bureaux.xhtml");
    assertThat(nina.locator("main")).containsText("Ressources humaines");
    assertThat(statut(nina, "administration/accueil.xhtml")).isEqualTo(403);

    admin.reload();
    assertThat(admin.content()).doesNotContain(secret);
    admin.navigate(commune.adresse("administration/journal.xhtml"));
    assertThat(admin.locator("main")).containsText("Bureau créé");
    assertThat(admin.locator("main")).containsText("Nina Neuve (nina)");
    assertThat(admin.content()).doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accueil",
        "bureaux",
        "utilisateurs",
        "utilisateur",
        "journal",
        "delegations",
        "dossiers"
      })
  void qui_n_administre_rien_recoit_403_a_chaque_adresse(String page) {
    Page agent = navigateur.page("agent", 1280, false);
    assertThat(agent.locator("#menu-moi a[href*='administration']")).hasCount(0);
    assertThat(statut(agent, "administration/" + page + ".xhtml")).isEqualTo(403);
    navigateur.oublierConsole();
  }

  @ParameterizedTest
  @CsvSource({
    "administration/bureaux.xhtml?id=12, 404",
    "administration/bureaux.xhtml?id=999999, 404",
    "administration/utilisateur.xhtml?id=1, 404",
    "administration/utilisateur.xhtml?id=2, 404",
    "administration/delegations.xhtml?bureau=12, 404",
    "administration/nexistepas.xhtml, 404"
  })
  void un_numero_d_une_autre_collectivite_ou_une_page_inconnue_est_introuvable(
      String adresse, int attendu) {
    Page admin = navigateur.page("admin", 1280, false);
    assertThat(statut(admin, adresse)).isEqualTo(attendu);
    navigateur.oublierConsole();
  }

  @Test
  void un_envoi_d_administration_par_qui_n_en_a_pas_le_droit_est_refuse() {
    Page agent = navigateur.page("agent", 1280, false);
    int statut =
        agent
            .request()
            .post(
                commune.adresse("administration/bureaux.xhtml?nouveau=oui"),
                com.microsoft.playwright.options.RequestOptions.create()
                    .setHeader("Sec-Fetch-Site", "same-origin")
                    .setForm(
                        com.microsoft.playwright.options.FormData.create()
                            .set("f", "f")
                            .set("f:titre", "Pris")
                            .set("f:nomCourt", "pris")
                            .set("f:enregistrer", "oui")))
            .status();
    assertThat(statut).isEqualTo(403);
    Page admin = navigateur.page("admin", 1280, false);
    admin.navigate(commune.adresse("administration/bureaux.xhtml?q=pris"));
    assertThat(admin.locator(".volet-liste .noeud")).hasCount(0);
  }

  @Test
  void les_propositions_d_administration_ne_repondent_pas_a_un_agent() {
    Page agent = navigateur.page("agent", 1280, false);
    Object code =
        agent.evaluate(
            "() => window.paraphe.appeler('/app/propositions', {quoi: 'personnes', texte: 'a'}).then(() => 'ouvert', e => e.code)");
    assertThat(code).isEqualTo("ADMINISTRATION_INTERDITE");
    navigateur.oublierConsole();
  }

  @Test
  void le_second_de_deux_administrateurs_voit_un_conflit_et_rien_n_est_ecrase() {
    Page un = navigateur.page("admin", 1280, false);
    Page deux = navigateur.page("admin", 1280, false);
    un.navigate(commune.adresse("administration/bureaux.xhtml?id=912"));
    deux.navigate(commune.adresse("administration/bureaux.xhtml?id=912"));
    un.fill("#f\\:description", "Premier");
    un.click("#f\\:enregistrer");
    assertThat(un.locator("#messages")).containsText("est enregistré");
    deux.fill("#f\\:description", "Second");
    deux.click("#f\\:enregistrer");
    assertThat(deux.locator("#messages")).containsText("Quelqu’un d’autre vient de le modifier");
    deux.navigate(commune.adresse("administration/bureaux.xhtml?id=912"));
    assertThat(deux.locator("#f\\:description")).hasValue("Premier");
  }

  @Test
  void un_bureau_qui_sert_dit_ce_qui_le_retient_et_ne_montre_pas_de_bouton() {
    Page admin = navigateur.page("admin", 375, true);
    admin.navigate(commune.adresse("administration/bureaux.xhtml?id=912"));
    assertThat(admin.locator(FORMULAIRE + " .emplois")).containsText("circuits le citent");
    assertThat(admin.locator("[data-ouvre=dialogue-suppression]")).hasCount(0);
    assertThat(navigateur.fautes(admin)).isEmpty();
  }

  @Test
  void un_administrateur_fonctionnel_ne_voit_que_ses_bureaux() {
    Page fonctionnel = navigateur.page("fonctionnel", 1280, false);
    fonctionnel.navigate(commune.adresse("administration/bureaux.xhtml"));
    assertThat(fonctionnel.locator(".volet-liste .noeud")).hasCount(1);
    assertThat(fonctionnel.locator(".volet-liste .noeud")).containsText("Service courrier");
    assertThat(fonctionnel.locator("a[href='bureaux.xhtml?nouveau=oui']")).hasCount(0);
    assertThat(fonctionnel.locator(".admin-nav a[href='utilisateurs.xhtml']")).hasCount(0);
    assertThat(statut(fonctionnel, "administration/utilisateurs.xhtml")).isEqualTo(403);
    assertThat(statut(fonctionnel, "administration/journal.xhtml")).isEqualTo(403);
    assertThat(statut(fonctionnel, "administration/bureaux.xhtml?id=912")).isEqualTo(404);
    navigateur.oublierConsole();
  }

  @Test
  void on_ne_voit_pas_les_delegations_du_bureau_d_un_autre() {
    Page agent = navigateur.page("agent", 1280, false);
    assertThat(statut(agent, "delegations.xhtml?bureau=912")).isEqualTo(404);
    navigateur.oublierConsole();
    assertThat(statut(agent, "delegations.xhtml")).isEqualTo(200);
    assertThat(agent.locator("main")).containsText("Service courrier");
    assertThat(navigateur.fautes(agent)).isEmpty();
  }

  @Test
  void un_super_administrateur_cree_une_collectivite_dont_l_administrateur_se_connecte() {
    Page tout = navigateur.page("super", 1280, false);
    tout.navigate(commune.adresse("administration/collectivites.xhtml"));
    assertThat(tout.locator("main")).containsText("Ville d’essai");
    assertThat(navigateur.fautes(tout)).isEmpty();
    tout.navigate(commune.adresse("administration/collectivite.xhtml"));
    tout.fill("#f\\:titre", "Syndicat des eaux");
    tout.fill("#f\\:domaine", "syndicat");
    tout.fill("#f\\:courriel", "chef@syndicat.invalid");
    tout.click("#f\\:creer");
    assertThat(tout.locator("#compte-ouvert")).hasText("admin@syndicat");
    String secret = tout.locator("#secret").textContent();
    assertThat(navigateur.fautes(tout)).isEmpty();
    Page admin = navigateur.page(1280, false);
    admin.navigate(commune.adresse("bureaux.xhtml"));
    Navigateur.connecter(admin, "admin@syndicat", secret);
    admin.waitForURL("**/bureaux.xhtml");
    assertThat(statut(admin, "administration/bureaux.xhtml?id=912")).isEqualTo(404);
    assertThat(statut(admin, "administration/collectivites.xhtml")).isEqualTo(403);
    assertThat(statut(admin, "administration/utilisateurs.xhtml")).isEqualTo(200);
    assertThat(admin.locator("main")).containsText("admin");
    navigateur.oublierConsole();
  }

  @Test
  void un_administrateur_n_entre_pas_dans_les_collectivites() {
    Page admin = navigateur.page("admin", 1280, false);
    assertThat(statut(admin, "administration/collectivites.xhtml")).isEqualTo(403);
    assertThat(statut(admin, "administration/collectivite.xhtml?id=1")).isEqualTo(403);
    assertThat(admin.locator("a[href='collectivites.xhtml']")).hasCount(0);
    navigateur.oublierConsole();
  }
}
