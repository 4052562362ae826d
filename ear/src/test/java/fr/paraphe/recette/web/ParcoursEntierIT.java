package fr.paraphe.recette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.europa.esig.dss.enumerations.Indication;
import fr.paraphe.recette.Connecteur;
import fr.paraphe.recette.JugeDss;
import fr.paraphe.recette.Produit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Le métier du produit, de bout en bout : dépôt par SOAP, visa et signature au navigateur, reprise
 * et archivage par SOAP.
 */
class ParcoursEntierIT {

  @TempDir static Path dossier;
  private static Navigateur navigateur;
  private static Produit produit;
  private static String motDePasse;
  private static Connecteur ws;

  @BeforeAll
  static void ouvrir() {
    produit = Produit.enMarche();
    motDePasse = produit.comptesDemo().motDePasse();
    ws = new Connecteur(produit, "ws", motDePasse);
    navigateur = new Navigateur();
  }

  @AfterAll
  static void fermer() {
    navigateur.close();
  }

  @Test
  void depose_vise_signe_repris_et_archive() throws Exception {
    String id = "parcours-" + UUID.randomUUID();
    assertThat(Connecteur.textes(ws.creer(id, "Courrier", "Courrier simple", lettre()), "message"))
        .containsExactly("Dossier " + id + " soumis dans le circuit");

    Page dgs = ouvrir("dgs", id);
    dgs.locator("[data-touche=v]:visible").first().click();
    dgs.locator("#messages [role=status]").waitFor();
    signer(ouvrir("maire", id));

    assertThat(Connecteur.textes(ws.histo(id), "status"))
        .containsExactly(
            "NonLu", "NonLu", "EnCoursVisa", "Vise", "NonLu", "Lu", "Signe", "Archive");
    Path signe = reprendre(id, "signe.pdf");
    assertThat(Pieces.lancer("pdfsig", "-nocert", signe.toString()))
        .contains("Signature is Valid.", "Total document signed");
    assertThat(juger(signe)).isEqualTo(Indication.TOTAL_PASSED);

    assertThat(Connecteur.textes(ws.dossier(id), "nom"))
        .startsWith("\"iParapheur_impression_dossier.pdf\"");
    assertThat(Connecteur.textes(ws.archiver(id, "ARCHIVER"), "message"))
        .containsExactly("Dossier " + id + " archivé.");
    assertThat(Connecteur.textes(ws.dossier(id), "message"))
        .containsExactly("Dossier " + id + " introuvable.");
  }

  @Test
  void une_copie_alteree_est_refusee_par_les_deux_juges() throws Exception {
    String id = "altere-" + UUID.randomUUID();
    ws.creer(id, "Courrier", "Courrier definitif", lettre());
    signer(ouvrir("maire", id));
    byte[] octets = Files.readAllBytes(reprendre(id, "intact.pdf"));
    // dans la police du tampon : loin du trou laissé à la signature, et sans casser la structure du
    // fichier
    octets[octets.length - 6000] ^= 1;
    Path altere = Files.write(dossier.resolve("altere.pdf"), octets);

    assertThat(Pieces.lancer("pdfsig", "-nocert", altere.toString()))
        .doesNotContain("Signature is Valid.");
    assertThat(juger(altere)).isEqualTo(Indication.TOTAL_FAILED);
  }

  @Test
  void un_cachet_demande_au_navigateur_est_accepte_par_les_deux_juges() throws Exception {
    String id = "cachet-" + UUID.randomUUID();
    ws.creer(id, "Cachet", "Cachet manuel", lettre());
    Page agent = ouvrir("agent", id);
    agent.locator("[data-ouvre=dialogue-cachet]:visible").first().click();
    agent.locator("#dialogue-cachet button.btn--principal").click();
    agent.locator("#messages [role=status]").waitFor();

    assertThat(Connecteur.textes(ws.histo(id), "status"))
        .endsWith("PretCachet", "CachetOK", "Archive");
    Path cachete = reprendre(id, "cachete.pdf");
    assertThat(Pieces.lancer("pdfsig", "-nocert", cachete.toString()))
        .contains("Signature is Valid.");
    assertThat(juger(cachete)).isEqualTo(Indication.TOTAL_PASSED);
  }

  // ---- gestes

  private static byte[] lettre() {
    return Pieces.pdf("courrier.pdf", "Madame, Monsieur, voici la réponse de la ville.").buffer;
  }

  private static Page ouvrir(String login, String titre) {
    Page page = navigateur.page(1280, false);
    page.navigate(produit.adresse() + "/iparapheur/bureaux.xhtml");
    Navigateur.connecter(page, login, motDePasse);
    page.waitForURL("**/bureaux.xhtml");
    page.locator(".bureau a[href*='bannette=a-traiter']").first().click();
    String lien =
        page.locator(".liste a")
            .filter(new Locator.FilterOptions().setHasText(titre))
            .first()
            .getAttribute("href");
    page.navigate(produit.adresse() + "/iparapheur/" + lien);
    return page;
  }

  private static void signer(Page maire) {
    maire.locator("[data-ouvre=dialogue-signature]:visible").first().click();
    maire.setInputFiles("#p12", produit.comptesDemo().p12("maire"));
    maire.fill("#p12-secret", produit.comptesDemo().motDePasseCertificats());
    maire.click("[data-s=lire]");
    maire.locator("[data-s=signer]:enabled").click();
    maire.locator("#messages [role=status]").waitFor();
  }

  private static Path reprendre(String id, String nom) throws IOException {
    String base64 = Connecteur.textes(ws.dossier(id), "DocPrincipal").get(0);
    return Files.write(dossier.resolve(nom), Base64.getMimeDecoder().decode(base64));
  }

  private static Indication juger(Path pdf) throws Exception {
    return JugeDss.juger(pdf, produit.donnees().resolve("cles/autorites"));
  }
}
