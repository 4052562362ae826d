package fr.paraphe.recette.fautes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.outils.controle.Fsck;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** La base s’arrête pendant que le serveur travaille, puis revient (quality.md T-04). */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class BaseCoupeeIT {

  private static final Duration REPONSE = Duration.ofSeconds(15);
  private static final Duration REPRISE = Duration.ofSeconds(10);

  private Ville ville;
  private Navigation agent;
  private Navigation dgs;

  @BeforeEach
  void ouvrir() throws Exception {
    ville = Ville.debout();
    agent = ville.entrer("agent");
    dgs = ville.entrer("dgs");
  }

  @AfterEach
  void retablir() throws Exception {
    ville.produit().instance().rouvrirBase();
  }

  @Test
  void sans_base_chaque_page_le_dit_et_rien_n_est_fait_puis_tout_reprend_sans_redemarrage()
      throws Exception {
    String id = agent.creer("Base coupee");
    Formulaire dossier = dgs.ouvrir(id);
    Formulaire nouveau = agent.nouveau();
    String jeton = agent.deposer("Lettre.pdf", Pdf.disant("Base coupee 2").contenu());
    String avant = ville.inventaire();

    ville.produit().instance().arreterBase();
    indisponible(() -> dgs.lire("bureaux.xhtml"));
    indisponible(() -> dgs.lire(Navigation.page(id)));
    indisponible(() -> dgs.viser(dossier));
    indisponible(() -> agent.envoyer(nouveau, "Cree sans base", jeton));
    indisponible(
        () ->
            agent.televerser(
                "Lettre.pdf",
                HttpRequest.BodyPublishers.ofByteArray(Pdf.disant("Sans base").contenu())));
    connexionRefusee();
    fauteSoap();

    ville.produit().instance().rouvrirBase();
    long limite = System.nanoTime() + REPRISE.toNanos();
    HttpResponse<String> page;
    do {
      page = dgs.lire("bureaux.xhtml");
    } while (page.statusCode() != 200 && System.nanoTime() < limite);
    assertThat(page.statusCode()).as("reprise sans redémarrage").isEqualTo(200);
    assertThat(ville.inventaire()).as("rien n’a été fait pendant la coupure").isEqualTo(avant);
    assertThat(dgs.viser(dgs.ouvrir(id)).statusCode()).isEqualTo(302);
    assertThat(agent.creer("Apres la coupure")).isNotEmpty();
    assertThat(agent.soap(Ville.complet("ws"), ville.motDePasse(), Soap.ECHO).body())
        .contains("Bonjour");
    assertThat(Fsck.fautes(ville.produit().instance().proprietaire())).isEmpty();
  }

  /** Sans base, nul n’est reconnu : ni entrée, ni « mot de passe incorrect ». */
  private void connexionRefusee() throws Exception {
    Navigation inconnu = new Navigation(ville.produit().adresse());
    HttpResponse<String> r = vite(() -> inconnu.tenter(Ville.complet("agent"), ville.motDePasse()));
    assertThat(r.statusCode()).isEqualTo(500);
    assertThat(r.body())
        .contains("Service momentanément indisponible")
        .contains("Réessayez dans quelques minutes.")
        .doesNotContain("mot de passe incorrect");
    Fuites.aucune(r);
  }

  private void fauteSoap() throws Exception {
    HttpResponse<String> r =
        vite(() -> agent.soap(Ville.complet("ws"), ville.motDePasse(), Soap.ECHO));
    assertThat(r.statusCode()).isEqualTo(500);
    assertThat(r.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
    assertThat(r.body()).contains("<faultstring>Le service est momentanément indisponible.");
    Fuites.aucune(r);
  }

  private static void indisponible(Demande demande) throws Exception {
    HttpResponse<String> r = vite(demande);
    assertThat(r.statusCode()).as(r.uri().getPath()).isEqualTo(503);
    assertThat(r.body()).contains("La base de données ne répond pas");
    Fuites.aucune(r);
  }

  private static HttpResponse<String> vite(Demande demande) throws Exception {
    long debut = System.nanoTime();
    HttpResponse<String> r = demande.faire();
    assertThat(Duration.ofNanos(System.nanoTime() - debut))
        .as("réponse sans base de " + r.uri().getPath())
        .isLessThan(REPONSE);
    return r;
  }

  private interface Demande {
    HttpResponse<String> faire() throws Exception;
  }
}
