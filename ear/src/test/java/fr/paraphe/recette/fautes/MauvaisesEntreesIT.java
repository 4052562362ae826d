package fr.paraphe.recette.fautes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chaque entrée fautive du web a sa réponse claire, et ne laisse rien derrière elle. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MauvaisesEntreesIT {

  private static final long TROP = 260_000_000L;

  @TempDir private Path dossier;
  private Ville ville;
  private Navigation agent;
  private String avant;

  @BeforeEach
  void ouvrir() throws Exception {
    ville = Ville.debout();
    agent = ville.entrer("agent");
    avant = ville.inventaire();
  }

  @AfterEach
  void rien_n_a_bouge_et_le_serveur_va_bien() throws Exception {
    assertThat(ville.inventaire()).isEqualTo(avant);
    assertThat(agent.lire("bureaux.xhtml").statusCode()).isEqualTo(200);
  }

  @Test
  void un_faux_pdf_est_refuse_a_la_creation() throws Exception {
    refusDeCreation("Lettre.pdf", "Ceci n'est pas un PDF.".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void un_pdf_tronque_est_refuse_a_la_creation() throws Exception {
    byte[] entier = Pdf.disant("tronque").contenu();
    refusDeCreation("Lettre.pdf", Arrays.copyOf(entier, 40));
  }

  @Test
  void un_pdf_protege_est_refuse_a_la_creation() throws Exception {
    HttpResponse<String> r = refusDeCreation("Lettre.pdf", Pdf.disant("protege").chiffre(dossier));
    assertThat(r.body()).contains("protégé");
  }

  @Test
  void une_piece_d_une_autre_session_ne_sert_a_rien() throws Exception {
    String jeton = ville.entrer("dgs").deposer("Lettre.pdf", Pdf.disant("autrui").contenu());
    refus(agent.envoyer(agent.nouveau(), "Piece d'autrui", jeton), 200);
  }

  @Test
  void un_sous_type_invente_est_refuse() throws Exception {
    String jeton = agent.deposer("Lettre.pdf", Pdf.disant("invente").contenu());
    Formulaire nouveau = agent.nouveau();
    var champs = nouveau.champs("f:envoyer", "");
    champs.put("f:registre", "[{\"jeton\":\"" + jeton + "\",\"principal\":true}]");
    champs.put("f:type", "Visa");
    champs.put("f:sousType", "Inconnu");
    champs.put("f:titre", "Sous-type inventé");
    champs.put("f:visibilite", "SERVICE");
    refus(agent.poster(nouveau.page(), champs), 200);
  }

  @Test
  void un_fichier_de_260_mo_est_refuse() throws Exception {
    HttpResponse<String> r =
        agent.televerser(
            "Gros.pdf", HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(TROP)));
    assertThat(r.statusCode()).isEqualTo(422);
    assertThat(r.body()).contains("250 Mo").contains("FICHIER_TROP_GROS");
    Fuites.aucune(r);
    assertThat(enCours()).as("aucun brouillon ne reste sur le disque").isZero();
  }

  @Test
  void un_fichier_vide_est_refuse() throws Exception {
    HttpResponse<String> r = agent.televerser("Vide.pdf", HttpRequest.BodyPublishers.noBody());
    assertThat(r.statusCode()).isEqualTo(422);
    assertThat(r.body()).contains("vide");
    Fuites.aucune(r);
  }

  @Test
  void un_mot_de_passe_faux_et_un_compte_inconnu_ont_la_meme_reponse() throws Exception {
    HttpResponse<String> faux =
        new Navigation(ville.produit().adresse()).tenter("agent@voisine", "n'importe quoi");
    HttpResponse<String> inconnu =
        new Navigation(ville.produit().adresse()).tenter("personne@voisine", "n'importe quoi");
    assertThat(faux.statusCode()).isEqualTo(inconnu.statusCode()).isEqualTo(200);
    assertThat(faux.body()).contains("Identifiant ou mot de passe incorrect.");
    assertThat(sansJetons(faux)).contains("value=\"agent@voisine\"");
    assertThat(sansJetons(faux).replace("agent@voisine", "personne@voisine"))
        .as("seul l’identifiant saisi, rendu tel quel, les distingue")
        .isEqualTo(sansJetons(inconnu));
    Fuites.aucune(faux);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dossier.xhtml?id=inconnu",
        "dossier.xhtml?id=%00%0a%27%22%3Cscript%3E",
        "dossier.xhtml",
        "app/document/inconnu",
        "app/document/00000000-0000-0000-0000-000000000000",
        "corbeille.xhtml?bureau=861&bannette=a-traiter",
        "corbeille.xhtml?bureau=%27%3B--&bannette=x",
        "nulle-part.xhtml"
      })
  void ce_qui_n_existe_pas_est_introuvable(String page) throws Exception {
    HttpResponse<String> r = agent.lire(page);
    assertThat(r.statusCode()).isEqualTo(404);
    assertThat(r.body()).doesNotContain("<script>");
    Fuites.aucune(r);
  }

  @Test
  void le_dossier_d_une_autre_collectivite_est_introuvable_comme_un_inconnu() throws Exception {
    Navigation voisin = ville.entrer("agent@voisine");
    String id = voisin.creer("Dossier voisin");
    avant = ville.inventaire();
    String ref =
        ville
            .lignes(
                "SELECT x.ref FROM document x JOIN dossier d ON d.id = x.dossier_id WHERE d.identifiant = ?",
                id)
            .get(0);
    assertThat(voisin.lire("app/document/" + ref).statusCode()).isEqualTo(200);
    for (String page :
        new String[] {Navigation.page(id), "app/document/" + ref, "app/visuel/" + ref}) {
      HttpResponse<String> r = agent.lire(page);
      assertThat(r.statusCode()).as(page).isEqualTo(404);
      assertThat(r.body()).doesNotContain("Dossier voisin");
      Fuites.aucune(r);
    }
    HttpResponse<String> prepare =
        agent.envoyer(
            agent
                .demande("app/signature/preparer")
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Paraphe", "1")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"dossiers\":[\"" + id + "\"],\"chaine\":[\"AAAA\"]}")));
    assertThat(prepare.statusCode()).isBetween(200, 499);
    assertThat(prepare.body()).doesNotContain("octets");
    Fuites.aucune(prepare);
  }

  @Test
  void un_dossier_ouvert_ne_se_decide_pas_sous_l_identite_d_un_autre() throws Exception {
    Navigation dgs = ville.entrer("dgs");
    String id = agent.creer("A viser par DGS");
    avant = ville.inventaire();
    Formulaire ouvert = dgs.ouvrir(id);
    avant = ville.inventaire();
    HttpResponse<String> r = agent.viser(ouvert);
    assertThat(r.statusCode()).as("la vue d’un autre ne se rejoue pas").isEqualTo(302);
    assertThat(r.headers().firstValue("Location").orElseThrow()).contains("dossier.xhtml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Rien: rien", "Origin: http://ailleurs.invalid", "Origin: null"})
  void un_envoi_sans_notre_origine_est_refuse(String entete) throws Exception {
    String id = agent.creer("Origine");
    avant = ville.inventaire();
    String[] e = entete.split(": ");
    HttpResponse<String> r =
        agent.envoyer(
            agent
                .demande(Navigation.page(id))
                .header(e[0], e[1])
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("decision=decision")));
    assertThat(r.statusCode()).isEqualTo(403);
    assertThat(r.body()).contains("Accès refusé");
    Fuites.aucune(r);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/iparapheur/WEB-INF/web.xml",
        "/iparapheur/statique/../WEB-INF/web.xml",
        "/iparapheur/statique/%2e%2e/WEB-INF/web.xml",
        "/iparapheur/statique/..%2fWEB-INF/web.xml",
        "/iparapheur/statique/%252e%252e/WEB-INF/web.xml",
        "/iparapheur/visio/..;/WEB-INF/web.xml",
        "/iparapheur//WEB-INF/web.xml",
        "/iparapheur/web-inf/web.xml",
        "/iparapheur/statique/..\\WEB-INF\\web.xml",
        "/iparapheur/META-INF/MANIFEST.MF"
      })
  void aucun_chemin_ne_mene_a_l_interieur(String chemin) throws Exception {
    String r = brut("GET " + chemin + " HTTP/1.1");
    assertThat(r).containsPattern("^HTTP/1.1 (?:200|302|400|403|404) ");
    assertThat(r).doesNotContain("<web-app").doesNotContain("Manifest-Version");
    if (r.startsWith("HTTP/1.1 200")) {
      assertThat(r).as("la page de connexion, sinon rien").contains("j_security_check");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "TRACK", "DELETE", "PUT", "PROPFIND"})
  void les_verbes_inutiles_sont_refuses(String verbe) throws Exception {
    String r = brut(verbe + " /iparapheur/connexion.xhtml HTTP/1.1");
    assertThat(r).containsPattern("^HTTP/1.1 (?:400|403|405|501) ");
    assertThat(r).doesNotContain("canari-" + verbe);
  }

  @Test
  void un_document_ne_se_devine_pas() throws Exception {
    HttpResponse<String> r = agent.lire("app/visuel/" + UUID.randomUUID());
    assertThat(r.statusCode()).isEqualTo(404);
    Fuites.aucune(r);
  }

  /** La page sans le jeton de contenu, qui change à chaque réponse. */
  private static String sansJetons(HttpResponse<String> r) {
    Matcher jeton = Pattern.compile("nonce=\"([^\"]+)\"").matcher(r.body());
    assertThat(jeton.find()).isTrue();
    return r.body().replace(jeton.group(1), "");
  }

  private HttpResponse<String> refusDeCreation(String nom, byte[] contenu) throws Exception {
    HttpResponse<String> r =
        agent.envoyer(agent.nouveau(), "Entree fautive", agent.deposer(nom, contenu));
    refus(r, 200);
    return r;
  }

  /** La page de création revient, avec une alerte. */
  private static void refus(HttpResponse<String> r, int statut) {
    assertThat(r.statusCode()).isEqualTo(statut);
    assertThat(r.headers().firstValue("Location")).isEmpty();
    assertThat(r.body()).containsPattern("role=\"alert\"|class=\"faute\"");
    Fuites.aucune(r);
  }

  /**
   * Les gros brouillons : ceux, petits, que le serveur écrit de lui-même au même instant vivent.
   */
  private long enCours() throws Exception {
    try (var fichiers = Files.list(ville.produit().donnees().resolve("blobs/en-cours"))) {
      return fichiers.filter(f -> f.toFile().length() > 1 << 20).count();
    }
  }

  /** Une demande que le client Java n’accepterait pas d’écrire. */
  private String brut(String premiereLigne) throws Exception {
    URI uri = URI.create(ville.produit().adresse());
    try (Socket prise = new Socket(uri.getHost(), uri.getPort())) {
      prise.setSoTimeout(15_000);
      String verbe = premiereLigne.substring(0, premiereLigne.indexOf(' '));
      prise
          .getOutputStream()
          .write(
              (premiereLigne
                      + "\r\nHost: "
                      + uri.getAuthority()
                      + "\r\nX-Canari: canari-"
                      + verbe
                      + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      ByteArrayOutputStream reponse = new ByteArrayOutputStream();
      prise.getInputStream().transferTo(reponse);
      return reponse.toString(StandardCharsets.UTF_8);
    }
  }

  /** Des zéros précédés d’un en-tête de PDF. */
  private static final class Zeros extends InputStream {
    private long reste;

    Zeros(long taille) {
      this.reste = taille;
    }

    @Override
    public int read() {
      return reste-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] tampon, int debut, int longueur) {
      if (reste <= 0) {
        return -1;
      }
      int n = (int) Math.min(longueur, reste);
      Arrays.fill(tampon, debut, debut + n, (byte) 0);
      reste -= n;
      return n;
    }
  }
}
