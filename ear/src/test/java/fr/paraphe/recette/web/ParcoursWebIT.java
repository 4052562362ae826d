package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Le métier, de bout en bout, dans le navigateur : créer, viser, rejeter, signer avec un .p12. */
class ParcoursWebIT {
  private static final String SECRET = "secret du certificat";

  @TempDir static Path dossier;
  private static Navigateur navigateur;
  private static Path certificat;

  @BeforeAll
  static void ouvrir() throws Exception {
    navigateur = new Navigateur();
    certificat = Pieces.certificat(dossier, "Paul Maire", SECRET);
  }

  @AfterAll
  static void fermer() {
    navigateur.close();
  }

  @Test
  void un_courrier_est_cree_vise_puis_signe_dans_le_navigateur() throws Exception {
    String titre = "Restauration du lavoir";
    Pieces.creer(navigateur.page("agent", 1280, false), titre, "Courrier", "Courrier simple");

    Page dgs = ouvrir("dgs", titre);
    dgs.fill("[id='decision:publique']", "Montant vérifié");
    dgs.locator("[data-touche=v]:visible").first().click();
    assertThat(dgs.locator("#messages [role=status]").textContent())
        .contains(titre)
        .contains("visé");

    Page maire = ouvrir("maire", titre);
    assertThat(maire.textContent("main"))
        .contains("Montant vérifié")
        .contains("Votre signature est demandée");
    maire.locator("[data-ouvre=dialogue-signature]:visible").first().click();
    maire.setInputFiles("#p12", certificat);
    maire.fill("#p12-secret", SECRET);
    maire.click("[data-s=lire]");
    maire.locator("[data-s=signer]:enabled").waitFor();
    assertThat(maire.textContent("[data-s=sujet]")).contains("Paul Maire");
    String adresse = maire.url();
    maire.click("[data-s=signer]");
    assertThat(maire.locator("#messages [role=status]").textContent())
        .contains(titre)
        .contains("signé");

    maire.navigate(adresse);
    maire.click("#o-sign");
    assertThat(maire.textContent("#v-sign")).contains("Signé par Paul Maire");
    Download descente =
        maire.waitForDownload(
            () -> maire.locator("a[href*='app/document/']:visible").first().click());
    Path signe = dossier.resolve("signe.pdf");
    descente.saveAs(signe);
    assertThat(Pieces.lancer("pdfsig", "-nocert", signe.toString()))
        .contains("Signature is Valid")
        .contains("Paul Maire");
  }

  @Test
  void la_cle_et_le_mot_de_passe_ne_quittent_pas_la_page() {
    String titre = "Secret bien garde";
    Pieces.creer(navigateur.page("agent", 1280, false), titre, "Courrier", "Courrier simple");
    Page dgs = ouvrir("dgs", titre);
    dgs.locator("[data-touche=v]:visible").first().click();
    dgs.locator("#messages [role=status]").waitFor();
    Page maire = ouvrir("maire", titre);
    StringBuilder envoye = new StringBuilder();
    maire.onRequest(r -> envoye.append(r.url()).append(r.postData() == null ? "" : r.postData()));
    maire.locator("[data-ouvre=dialogue-signature]:visible").first().click();
    maire.setInputFiles("#p12", certificat);
    maire.fill("#p12-secret", SECRET);
    maire.click("[data-s=lire]");
    maire.locator("[data-s=signer]:enabled").click();
    maire.locator("#messages [role=status]").waitFor();
    assertThat(envoye.toString())
        .contains("/app/signature/incorporer")
        .doesNotContain(SECRET)
        .doesNotContain("PRIVATE");
  }

  @Test
  void un_cachet_s_appose_apres_confirmation() throws Exception {
    Page agent = navigateur.pageDemo("agent");
    String adresse = Pieces.creer(agent, "Copie conforme a cacheter", "Cachet", "Cachet manuel");
    agent.locator("[data-ouvre=dialogue-cachet]:visible").first().click();
    assertThat(agent.locator("#dialogue-cachet").innerText()).contains("définitif");
    agent.locator("#dialogue-cachet [name='decision:cacheter']").click();
    assertThat(agent.locator("#messages [role=status]").textContent()).contains("cacheté");
    agent.navigate(adresse);
    assertThat(agent.textContent("#v-sign")).contains("Cacheté par");
    Download descente =
        agent.waitForDownload(
            () -> agent.locator("a[href*='app/document/']:visible").first().click());
    Path cachete = dossier.resolve("cachete.pdf");
    descente.saveAs(cachete);
    assertThat(Pieces.lancer("pdfsig", "-nocert", cachete.toString()))
        .contains("Signature is Valid");
  }

  @Test
  void un_dossier_ouvert_n_est_plus_non_lu_dans_sa_liste() {
    String titre = "A lire maintenant";
    Pieces.creer(navigateur.page("agent", 1280, false), titre, "Visa", "Visa simple");
    Page dgs = navigateur.page("dgs", 1280, false);
    dgs.navigate(liste("dgs", "a-traiter") + "&q=maintenant");
    assertThat(dgs.locator(".liste > .dossier").getAttribute("data-nonlu")).isEqualTo("oui");
    dgs.locator(".liste a").first().click();
    dgs.waitForURL(u -> u.contains("ouvert="));
    assertThat(dgs.locator(".liste > .dossier").getAttribute("data-nonlu")).isEqualTo("non");
    dgs.navigate(liste("dgs", "a-traiter") + "&q=maintenant&nonlus=oui");
    assertThat(dgs.locator(".liste > .dossier").count()).isZero();
  }

  @Test
  void un_visa_donne_trop_vite_se_recupere_depuis_la_bannette_des_recuperables() {
    String titre = "Visa donne trop vite";
    Pieces.creer(navigateur.page("agent", 1280, false), titre, "Courrier", "Courrier simple");
    Page dgs = ouvrir("dgs", titre);
    dgs.locator("[data-touche=v]:visible").first().click();
    dgs.locator("#messages [role=status]").waitFor();
    dgs.navigate(liste("dgs", "recuperables") + "&q=trop+vite");
    assertThat(navigateur.fautes(dgs)).isEmpty();
    assertThat(dgs.locator(".liste .etats").innerText()).contains("chez Maire");
    assertThat(dgs.locator(".liste > .dossier").getAttribute("data-nonlu"))
        .as("c’est au maire de lire, pas à qui peut reprendre")
        .isEqualTo("non");
    dgs.locator(".liste a").first().click();
    dgs.waitForURL(u -> u.contains("ouvert="));
    assertThat(navigateur.fautes(dgs)).isEmpty();
    dgs.locator("[name='decision:recuperer']:visible").click();
    assertThat(dgs.locator("#messages [role=status]").textContent())
        .contains(titre)
        .contains("de nouveau chez vous");
    assertThat(dgs.locator("[data-touche=v]:visible").count()).isPositive();

    dgs.locator("[data-touche=v]:visible").first().click();
    dgs.locator("#messages [role=status]").waitFor();
    ouvrir("maire", titre);
    dgs.navigate(liste("dgs", "recuperables") + "&q=trop+vite");
    assertThat(dgs.locator(".liste > .dossier").count()).isZero();
    dgs.navigate(liste("dgs", "traites") + "&q=trop+vite");
    assertThat(dgs.locator(".liste > .dossier").count()).isEqualTo(1);
  }

  @Test
  void un_certificat_d_autrui_est_refuse_avec_sa_raison() throws Exception {
    String titre = "Certificat d autrui";
    Pieces.creer(navigateur.page("agent", 1280, false), titre, "Courrier", "Courrier simple");
    Page dgs = ouvrir("dgs", titre);
    dgs.locator("[data-touche=v]:visible").first().click();
    dgs.locator("#messages [role=status]").waitFor();
    Page maire = ouvrir("maire", titre);
    maire.locator("[data-ouvre=dialogue-signature]:visible").first().click();
    maire.setInputFiles("#p12", Pieces.certificat(dossier, "Anne Adjointe", SECRET));
    maire.fill("#p12-secret", SECRET);
    maire.click("[data-s=lire]");
    maire.locator("[data-s=signer]:enabled").click();
    maire.locator("[data-s=erreur]:visible").waitFor();
    assertThat(maire.textContent("[data-s=erreur-texte]")).contains("Anne Adjointe");
    navigateur.oublierConsole();
  }

  @Test
  void un_mauvais_mot_de_passe_de_certificat_n_envoie_rien() {
    String titre = "Mauvais secret";
    Pieces.creer(navigateur.page("agent", 1280, false), titre, "Courrier", "Courrier simple");
    Page dgs = ouvrir("dgs", titre);
    dgs.locator("[data-touche=v]:visible").first().click();
    dgs.locator("#messages [role=status]").waitFor();
    Page maire = ouvrir("maire", titre);
    maire.locator("[data-ouvre=dialogue-signature]:visible").first().click();
    maire.setInputFiles("#p12", certificat);
    maire.fill("#p12-secret", "pas le bon");
    maire.click("[data-s=lire]");
    maire.locator("[data-s=erreur]:visible").waitFor();
    assertThat(maire.textContent("[data-s=erreur-texte]")).contains("n’ouvre pas");
    assertThat(maire.locator("[data-s=signer]").isDisabled()).isTrue();
  }

  @Test
  void un_rejet_demande_un_motif_et_revient_a_l_emetteur() {
    String titre = "Convention a revoir";
    Page agent = navigateur.page("agent", 1280, false);
    Pieces.creer(agent, titre, "Visa", "Visa simple");
    Page dgs = ouvrir("dgs", titre);
    dgs.locator("[data-touche=r]:visible").first().click();
    dgs.click("[id='rejet:rejeter']");
    assertThat(dgs.locator("[id='rejet:motif-faute']").textContent()).contains("motif");
    dgs.fill("[id='rejet:motif']", "Pièce manquante");
    dgs.click("[id='rejet:rejeter']");
    dgs.locator("#messages [role=status]").waitFor();
    agent.navigate(liste("agent", "retournes"));
    agent.locator(".liste a").filter(new Locator.FilterOptions().setHasText(titre)).first().click();
    assertThat(agent.textContent("main")).contains("Pièce manquante");
  }

  @Test
  void deux_decisions_sur_la_meme_etape_la_seconde_apprend_la_premiere() {
    String titre = "Decision en double";
    Pieces.creer(navigateur.page("agent", 1280, false), titre, "Visa", "Visa simple");
    Page premiere = ouvrir("dgs", titre);
    Page seconde = ouvrir("dgs", titre);
    premiere.locator("[data-touche=v]:visible").first().click();
    premiere.locator("#messages [role=status]").waitFor();
    seconde.fill("[id='decision:publique']", "ma note");
    seconde.locator("[data-touche=v]:visible").first().click();
    seconde.locator("#messages [role=alert]").waitFor();
    assertThat(seconde.textContent("#messages")).contains("Claire Directrice");
  }

  @Test
  void un_fichier_refuse_dit_pourquoi_et_les_autres_restent() {
    Page agent = navigateur.page("agent", 1280, false);
    agent.navigate(Commune.fondee().adresse("nouveau.xhtml"));
    agent.setInputFiles(
        "#fichiers",
        new FilePayload[] {
          Pieces.pdf("Bon.pdf", "bon"), new FilePayload("Vide.pdf", "application/pdf", new byte[0])
        });
    agent.locator("#pieces .piece--faute").waitFor();
    agent.locator("#pieces .etiquette").waitFor();
    assertThat(agent.textContent("#pieces")).contains("Bon.pdf").contains("Ce fichier est vide");
  }

  @Test
  void un_identifiant_inconnu_et_un_mauvais_mot_de_passe_recoivent_la_meme_phrase() {
    assertThat(refus("maire@essai", "faux"))
        .isEqualTo(refus("personne@essai", "faux"))
        .contains("incorrect");
  }

  private static String refus(String identifiant, String motDePasse) {
    Page page = navigateur.page(1280, false);
    page.navigate(Commune.fondee().adresse("bureaux.xhtml"));
    Navigateur.connecter(page, identifiant, motDePasse);
    return page.locator("#refus").textContent();
  }

  /** Ouvre ce dossier depuis la bannette « à traiter », en pleine page. */
  private static Page ouvrir(String login, String titre) {
    Page page = navigateur.page(login, 1280, false);
    page.navigate(liste(login, "a-traiter"));
    String lien =
        page.locator(".liste a")
            .filter(new Locator.FilterOptions().setHasText(titre))
            .first()
            .getAttribute("href");
    page.navigate(Commune.fondee().adresse(lien));
    return page;
  }

  private static String liste(String login, String bannette) {
    return Commune.fondee()
        .adresse(
            "corbeille.xhtml?bureau=" + Commune.fondee().bureau(login) + "&bannette=" + bannette);
  }
}
