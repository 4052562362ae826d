package fr.paraphe.ws.soap.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** La réception : tout ce qu’un connecteur peut envoyer, et ce qui doit être refusé. */
class RequeteTest {

  private static final Limites LIMITES =
      new Limites(10_000, 25_000, 5, 100_000, 20_000, 1_000, 200, 20, 50_000, 1, Duration.ZERO);
  private static final Pattern REPERE = Pattern.compile(Repere.PREFIXE + "[0-9a-f]{32}");

  private final VersementsMemoire depot = new VersementsMemoire();

  private static String enveloppe(String corps) {
    return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><CreerDossierRequest xmlns=\"urn:x\">"
        + corps
        + "</CreerDossierRequest></s:Body></s:Envelope>";
  }

  private static String principal(String contenu) {
    return enveloppe("<DocumentPrincipal>" + contenu + "</DocumentPrincipal>");
  }

  private Requete lire(String message) throws IOException {
    return lire(message.getBytes(StandardCharsets.UTF_8), "text/xml; charset=utf-8");
  }

  private Requete lire(byte[] message, String type) throws IOException {
    Requete requete = Requete.lire(new ByteArrayInputStream(message), type, depot, LIMITES);
    assertThat(depot.ouverts).as("versements laissés ouverts").isZero();
    return requete;
  }

  private Piece piece(Requete requete) {
    Matcher m = REPERE.matcher(new String(requete.message(), StandardCharsets.UTF_8));
    assertThat(m.find()).as("un repère dans le message").isTrue();
    return requete.pieces().chercher(new Repere(m.group())).orElseThrow();
  }

  private byte[] contenu(String base64) throws IOException {
    Piece piece = piece(lire(principal(base64)));
    assertThat(piece.etat()).isEqualTo(Piece.Etat.DEPOSEE);
    return (byte[]) piece.depot();
  }

  private static byte[] hasard(int graine, int taille) {
    byte[] octets = new byte[taille];
    new Random(graine).nextBytes(octets);
    return octets;
  }

  private void refuse(String message, String phrase) {
    assertThatThrownBy(() -> lire(message))
        .isInstanceOf(RequeteRefusee.class)
        .hasMessageContaining(phrase);
    assertThat(depot.ouverts).as("versements laissés ouverts").isZero();
  }

  @Test
  void toute_taille_revient_a_l_octet_pres() throws IOException {
    for (int taille = 1; taille < 300; taille++) {
      byte[] octets = hasard(taille, taille);
      assertThat(contenu(Base64.getEncoder().encodeToString(octets))).isEqualTo(octets);
    }
  }

  @Test
  void le_base64_coupe_en_lignes_se_lit_quelle_que_soit_la_fin_de_ligne() throws IOException {
    byte[] octets = hasard(1, 5000);
    String base64 = Base64.getMimeEncoder().encodeToString(octets);
    assertThat(contenu("\n  " + base64 + "\r\n ")).isEqualTo(octets);
    assertThat(contenu(base64.replace("\r\n", "\n"))).isEqualTo(octets);
    assertThat(contenu(base64.replace("\r\n", "&#13;\n"))).isEqualTo(octets);
    assertThat(contenu(base64.replace("\r\n", "&#xD;&#xA;"))).isEqualTo(octets);
    assertThat(contenu("<![CDATA[" + base64 + "]]>")).isEqualTo(octets);
    assertThat(contenu(base64.replaceFirst("\r\n", "<!-- une pause -->"))).isEqualTo(octets);
  }

  @Test
  void des_segments_completes_un_a_un_se_suivent() throws IOException {
    ByteArrayOutputStream attendu = new ByteArrayOutputStream();
    StringBuilder base64 = new StringBuilder();
    for (int taille : List.of(1, 2, 3, 4, 100, 1024)) {
      byte[] octets = hasard(taille, taille);
      attendu.writeBytes(octets);
      base64.append(Base64.getEncoder().encodeToString(octets));
    }
    assertThat(contenu(base64.toString())).isEqualTo(attendu.toByteArray());
  }

  @Test
  void le_complement_final_peut_manquer() throws IOException {
    assertThat(contenu("TQ")).isEqualTo("M".getBytes(StandardCharsets.UTF_8));
    assertThat(contenu("TWE")).isEqualTo("Ma".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "AAAAA",
        "=AAA",
        "A=AA",
        "AA-_",
        "été!",
        "AAAA<b/>AAAA",
        "&eacute;",
        "&lt;a/&gt;"
      })
  void un_base64_faux_est_note_sans_arreter_la_lecture(String faux) throws IOException {
    Requete requete = lire(principal(faux));
    assertThat(piece(requete).etat()).isEqualTo(Piece.Etat.BASE64_FAUX);
    assertThat(requete.operation().getLocalPart()).isEqualTo("CreerDossierRequest");
  }

  @Test
  void une_signature_peut_etre_le_xml_lui_meme_echappe() throws IOException {
    String attendu = "<ds:Signature Id='é'>&</ds:Signature>";
    String echappe = "\n &lt;ds:Signature Id='é'&gt;&amp;&lt;/ds:Signature&gt;";
    Piece piece =
        piece(lire(enveloppe("<SignatureDocPrincipal>" + echappe + "</SignatureDocPrincipal>")));
    assertThat(new String((byte[]) piece.depot(), StandardCharsets.UTF_8).strip())
        .isEqualTo(attendu);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16BE", "UTF-16LE", "UTF-16"})
  void l_encodage_annonce_est_suivi(String encodage) throws IOException {
    String message =
        "<?xml version=\"1.0\" encoding=\""
            + encodage
            + "\"?>"
            + enveloppe("<DossierTitre>Été à Nîmes</DossierTitre>");
    byte[] octets = message.getBytes(Charset.forName(encodage));
    assertThat(new String(lire(octets, "text/xml").message(), StandardCharsets.UTF_8))
        .contains("Été à Nîmes");
  }

  @Test
  void la_marque_d_ordre_et_les_blancs_de_tete_sont_sautes() throws IOException {
    assertThat(lire("\uFEFF" + enveloppe("<a/>")).operation().getLocalPart())
        .isEqualTo("CreerDossierRequest");
    assertThat(lire("\n <?xml version='1.0'?>" + enveloppe("<a/>")).operation().getLocalPart())
        .isNotEmpty();
  }

  @Test
  void un_octet_hors_encodage_est_refuse() {
    byte[] latin =
        enveloppe("<DossierTitre>é</DossierTitre>").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> lire(latin, "text/xml; charset=utf-8"))
        .isInstanceOf(RequeteRefusee.class);
    assertThatThrownBy(() -> lire(latin, "text/xml; charset=klingon"))
        .hasMessageContaining("klingon");
  }

  @Test
  void un_element_vide_ou_nul_n_est_pas_une_piece() throws IOException {
    String message =
        enveloppe(
            "<DocumentPrincipal> \n </DocumentPrincipal><VisuelPDF xsi:nil=\"true\" xmlns:xsi=\"urn:i\"/>");
    assertThat(new String(lire(message).message(), StandardCharsets.UTF_8))
        .doesNotContain(Repere.PREFIXE);
    assertThat(depot.scelles).isEmpty();
  }

  @Test
  void un_repere_ne_se_forge_pas() throws IOException {
    Requete requete =
        lire(enveloppe("<DossierTitre>" + Repere.tirer().texte() + "</DossierTitre>"));
    assertThat(requete.pieces().chercher(Repere.tirer())).isEmpty();
  }

  @Test
  void les_limites_de_document_d_ensemble_et_de_nombre_se_notent() throws IOException {
    String six = Base64.getEncoder().encodeToString(new byte[9_000]);
    assertThat(piece(lire(principal(Base64.getEncoder().encodeToString(new byte[10_001])))).etat())
        .isEqualTo(Piece.Etat.TROP_GROSSE);
    Requete trois = lire(enveloppe(("<fichier>" + six + "</fichier>").repeat(3)));
    assertThat(etats(trois))
        .containsExactly(Piece.Etat.DEPOSEE, Piece.Etat.DEPOSEE, Piece.Etat.ENSEMBLE_TROP_GROS);
    Requete sept = lire(enveloppe("<fichier>AAAA</fichier>".repeat(6)));
    assertThat(etats(sept)).endsWith(Piece.Etat.DEPOSEE, Piece.Etat.TROP_NOMBREUSES);
  }

  private static List<Piece.Etat> etats(Requete requete) {
    return REPERE
        .matcher(new String(requete.message(), StandardCharsets.UTF_8))
        .results()
        .map(m -> requete.pieces().chercher(new Repere(m.group())).orElseThrow().etat())
        .toList();
  }

  @Test
  void doctype_et_instructions_sont_refuses() {
    refuse("<!DOCTYPE a>" + enveloppe(""), "DOCTYPE");
    refuse("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]>" + enveloppe(""), "DOCTYPE");
    refuse(enveloppe("<?pi?>"), "instruction de traitement");
    refuse(principal("AAAA<?pi?>"), "instruction de traitement");
    refuse("<?xml-stylesheet href='a'?>" + enveloppe(""), "instruction de traitement");
  }

  @Test
  void les_exces_de_forme_sont_refuses() {
    refuse(enveloppe("<a>".repeat(30) + "</a>".repeat(30)), "emboîte");
    refuse(enveloppe("<a/>".repeat(300)), "200 éléments");
    refuse(enveloppe("<a b=\"" + "c".repeat(2000) + "\"/>"), "balise");
    refuse(enveloppe("<a>" + "b".repeat(30_000) + "</a>"), "20000 caractères");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "<",
        "<a",
        "<a/>",
        "<a>",
        "</a>",
        "<a></b>",
        "<a/><b/>",
        "<!--",
        "<![CDATA[",
        "<a>&",
        "<a>&x;</a>",
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body/></s:Envelope>",
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"/>"
      })
  void ce_qui_n_est_pas_un_appel_est_refuse(String message) {
    refuse(message, "");
  }

  @Test
  void soap_12_est_reconnu_et_refuse() {
    refuse(
        "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Body><a/></e:Body></e:Envelope>",
        "SOAP 1.2");
  }

  @Test
  void un_message_coupe_n_importe_ou_est_refuse_et_ne_laisse_rien() {
    String message = principal(Base64.getEncoder().encodeToString(hasard(3, 200)));
    for (int i = 0; i < message.length(); i++) {
      refuse(message.substring(0, i), "");
    }
  }

  @Test
  void dix_mille_mutations_donnent_un_message_ou_un_refus() {
    String modele =
        principal(
            Base64.getEncoder().encodeToString(hasard(4, 100)) + "&#13;<!-- c --><![CDATA[AAAA]]>");
    Random hasard = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder abime = new StringBuilder(modele);
      for (int j = 1 + hasard.nextInt(4); j > 0; j--) {
        abime.setCharAt(
            hasard.nextInt(abime.length()), "<>&;/!-[]?\"'= \uFFFFAé".charAt(hasard.nextInt(17)));
      }
      try {
        lire(abime.toString());
      } catch (RequeteRefusee attendu) {
        assertThat(attendu.getMessage()).isNotBlank().doesNotContain("Exception");
      } catch (IOException e) {
        throw new AssertionError(abime.toString(), e);
      }
    }
  }

  @Test
  void le_mime_de_web_delib_et_le_mime_ordinaire_se_lisent() throws IOException {
    byte[] pdf = hasard(5, 4000);
    pdf[3999] = '\r';
    for (String fin : List.of("\n", "\r\n")) {
      for (String cloture : List.of("--MIMEx--", "--MIMEx", "--MIMEx" + fin, "--MIMEx--" + fin)) {
        Requete requete =
            lire(
                mime(fin, cloture, pdf),
                "Multipart/Related; boundary=MIMEx; type=\"application/xop+xml\"; start=\"<r@x>\"");
        assertThat((byte[]) piece(requete).depot()).isEqualTo(pdf);
      }
    }
  }

  private static byte[] mime(String fin, String cloture, byte[] pdf) {
    String racine =
        principal(" <x:Include href=\"cid:fichier%20PDF\" xmlns:x=\"urn:xop\"></x:Include> ");
    String tete =
        fin
            + "--MIMEx"
            + fin
            + "Content-Type: application/xop+xml; charset=utf-8"
            + fin
            + "Content-ID: <r@x>"
            + fin
            + fin
            + racine
            + fin
            + "--MIMEx"
            + fin
            + "Content-id: <fichier PDF>"
            + fin
            + "Content-Transfer-Encoding: binary"
            + fin
            + fin;
    ByteArrayOutputStream corps = new ByteArrayOutputStream();
    corps.writeBytes(tete.getBytes(StandardCharsets.UTF_8));
    corps.writeBytes(pdf);
    corps.writeBytes((fin + cloture).getBytes(StandardCharsets.UTF_8));
    return corps.toByteArray();
  }

  @Test
  void une_frontiere_presque_vraie_dans_le_contenu_n_en_est_pas_une() throws IOException {
    byte[] piege =
        "\r\n--MIMExx\r\n--MIME\r\n\n--MIM\r".repeat(200).getBytes(StandardCharsets.US_ASCII);
    for (int pas = 1; pas < 40; pas++) {
      InputStream lent = new Lent(mime("\r\n", "--MIMEx--", piege), pas);
      Requete requete = Requete.lire(lent, "multipart/related; boundary=\"MIMEx\"", depot, LIMITES);
      assertThat((byte[]) piece(requete).depot()).isEqualTo(piege);
    }
  }

  @Test
  void une_partie_absente_se_note_et_un_mime_tronque_est_refuse() throws IOException {
    Requete requete = lire(principal("<x:Include href='cid:absente'/>").replace("<x:", "<"));
    assertThat(piece(requete).etat()).isEqualTo(Piece.Etat.PARTIE_ABSENTE);
    byte[] tronque = mime("\r\n", "", hasard(6, 100));
    assertThatThrownBy(() -> lire(tronque, "multipart/related; boundary=MIMEx"))
        .isInstanceOf(RequeteRefusee.class);
    assertThatThrownBy(() -> lire(tronque, "multipart/related")).hasMessageContaining("frontière");
    assertThat(depot.ouverts).isZero();
  }

  @Test
  void une_grosse_requete_sans_place_est_refusee_et_une_place_prise_est_rendue()
      throws IOException {
    Semaphore une = new Semaphore(1);
    byte[] gros = new byte[60_000];
    try (FluxMesure premier = new FluxMesure(new ByteArrayInputStream(gros), LIMITES, une)) {
      premier.readAllBytes();
      try (FluxMesure second = new FluxMesure(new ByteArrayInputStream(gros), LIMITES, une)) {
        assertThatThrownBy(second::readAllBytes)
            .isInstanceOf(RequeteRefusee.class)
            .hasMessageContaining("Réessayez");
      }
    }
    assertThat(une.availablePermits()).isEqualTo(1);
    try (FluxMesure trop =
        new FluxMesure(new ByteArrayInputStream(new byte[200_000]), LIMITES, une)) {
      assertThatThrownBy(trop::readAllBytes).hasMessageContaining("dépasse la limite");
    }
    assertThat(une.availablePermits()).isEqualTo(1);
  }

  /** Rend peu d’octets à la fois : les coupures tombent partout. */
  private static final class Lent extends ByteArrayInputStream {

    private final int pas;

    private Lent(byte[] octets, int pas) {
      super(octets);
      this.pas = pas;
    }

    @Override
    public synchronized int read(byte[] octets, int debut, int longueur) {
      return super.read(octets, debut, Math.min(pas, longueur));
    }
  }
}
