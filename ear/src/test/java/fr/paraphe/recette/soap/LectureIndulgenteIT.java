package fr.paraphe.recette.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ce que de vrais connecteurs envoient, octet pour octet (contrat A.3, A.5, A.6, F) : une
 * transcription par habitude.
 */
class LectureIndulgenteIT {

  private static final String NS = "http://www.adullact.org/spring-ws/iparapheur/1.0";
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

  private static CommuneSoap commune;

  @BeforeAll
  static void ouvrir() {
    commune = CommuneSoap.fondee();
  }

  private static String nouveau() {
    return "habitude " + UUID.randomUUID();
  }

  private static String acces(String compte, String motDePasse) {
    return Base64.getEncoder()
        .encodeToString((compte + ":" + motDePasse).getBytes(StandardCharsets.UTF_8));
  }

  /** Poste ces octets avec ces seuls en-têtes ; rend tout ce qui revient. */
  private static String poster(String adresse, String entetes, byte[] corps) throws IOException {
    return poster(adresse, CommuneSoap.WS, entetes, corps);
  }

  private static String poster(String adresse, String compte, String entetes, byte[] corps)
      throws IOException {
    URI service = URI.create(commune.adresse());
    try (Socket prise = new Socket(InetAddress.getLoopbackAddress(), service.getPort())) {
      prise.setSoTimeout(60_000);
      String tete =
          "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic %s\r\n%s\r\n"
              .formatted(adresse, acces(compte, commune.motDePasse()), entetes);
      prise.getOutputStream().write(tete.getBytes(StandardCharsets.UTF_8));
      prise.getOutputStream().write(corps);
      prise.getOutputStream().flush();
      return new String(prise.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String xml(String entetes, String corps) throws IOException {
    byte[] octets = corps.getBytes(StandardCharsets.UTF_8);
    return poster(
        Connecteur.SANS_MTOM, entetes + "Content-Length: " + octets.length + "\r\n", octets);
  }

  private static final String TEXTE = "Content-Type: text/xml; charset=utf-8\r\n";

  private static String echo(String message) {
    return Connecteur.enveloppe("<n:echoRequest>" + message + "</n:echoRequest>");
  }

  private static String dit(String message) {
    return "[ws@connect] m'a dit: \"" + message + "\"!";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SOAPAction: \"\"\r\n",
        "SOAPAction: echo\r\n",
        "SOAPAction: \"CreerDossier\"\r\n",
        "SOAPAction:\r\n",
        "Method: POST\r\n",
        "Accept: application/json\r\n",
        "Accept: image/png;q=0\r\n",
        "Accept-Encoding: gzip,deflate\r\n",
        "User-Agent: PHP-SOAP-CURL\r\nConnection: Keep-Alive\r\n"
      })
  void les_en_tetes_des_connecteurs_sont_sans_effet(String entete) throws IOException {
    assertThat(xml(TEXTE + entete, echo("Coucou"))).contains("200 OK").contains(dit("Coucou"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/xml",
        "TEXT/XML;CHARSET=UTF-8",
        "text/xml; charset=\"utf-8\"",
        "application/xml",
        "application/soap+xml"
      })
  void le_type_de_la_requete_s_ecrit_de_bien_des_facons(String type) throws IOException {
    String reponse = xml("Content-Type: " + type + "\r\n", echo("é"));
    if (type.equals("application/soap+xml")) {
      assertThat(reponse).containsAnyOf(dit("é"), "faultstring");
    } else {
      assertThat(reponse).contains(dit("é"));
    }
  }

  @ParameterizedTest
  @CsvSource({"soapenv,ns", "SOAP-ENV,ns1", "soap-env,ns0", "S,iph", "a.b-c,_x"})
  void tout_prefixe_convient(String enveloppe, String contrat) throws IOException {
    String message =
        "<%1$s:Envelope xmlns:%1$s=\"%3$s\" xmlns:%2$s=\"%4$s\"><%1$s:Header/><%1$s:Body>\n <%2$s:echoRequest>Coucou</%2$s:echoRequest>\n</%1$s:Body></%1$s:Envelope>"
            .formatted(enveloppe, contrat, SOAP, NS);
    assertThat(xml(TEXTE, message)).contains(dit("Coucou"));
  }

  @Test
  void l_espace_par_defaut_convient_aussi() throws IOException {
    String message =
        "<Envelope xmlns=\"%s\"><Body><echoRequest xmlns=\"%s\">Coucou</echoRequest></Body></Envelope>"
            .formatted(SOAP, NS);
    assertThat(xml(TEXTE, message)).contains(dit("Coucou"));
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1,text/xml; charset=iso-8859-1,ISO-8859-1",
    "ISO-8859-1,text/xml,ISO-8859-1",
    "windows-1252,text/xml,windows-1252",
    "UTF-16,text/xml,UTF-16",
    "UTF-8,text/xml; charset=utf-8,UTF-8"
  })
  void chaque_encodage_annonce_est_lu(String jeu, String type, String declaration)
      throws IOException {
    byte[] octets =
        ("<?xml version=\"1.0\" encoding=\""
                + declaration
                + "\"?>\n"
                + echo("Pâté d’été".replace('’', '\'')))
            .getBytes(Charset.forName(jeu));
    assertThat(
            poster(
                Connecteur.SANS_MTOM,
                "Content-Type: " + type + "\r\nContent-Length: " + octets.length + "\r\n",
                octets))
        .contains(dit("Pâté d'été"));
  }

  @Test
  void une_marque_d_ordre_des_octets_ne_gene_pas() throws IOException {
    assertThat(xml(TEXTE, "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + echo("Coucou")))
        .contains(dit("Coucou"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<n:GetListeTypesRequest/>",
        "<n:GetListeTypesRequest xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>",
        "<n:GetListeTypesRequest xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xsi:type=\"xs:string\"></n:GetListeTypesRequest>",
        "<n:GetListeMetaDonneesRequest xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>",
        "<n:GetListeMetaDonneesRequest xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xsi:type=\"xs:string\"/>"
      })
  void une_requete_sans_contenu_s_ecrit_de_trois_facons(String requete) throws IOException {
    assertThat(xml(TEXTE, Connecteur.enveloppe(requete)))
        .contains("200 OK")
        .containsAnyOf("<TypeTechnique>Visa</TypeTechnique>", "<nomCourt>canton</nomCourt>");
  }

  @Test
  void expect_100_continue_est_honore() throws IOException {
    byte[] octets = echo("Coucou").getBytes(StandardCharsets.UTF_8);
    URI service = URI.create(commune.adresse());
    try (Socket prise = new Socket(InetAddress.getLoopbackAddress(), service.getPort())) {
      prise.setSoTimeout(30_000);
      prise
          .getOutputStream()
          .write(
              ("POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\n%sAuthorization: Basic %s\r\nContent-Length: %d\r\n\r\n"
                      .formatted(
                          Connecteur.SANS_MTOM,
                          TEXTE,
                          acces(CommuneSoap.WS, commune.motDePasse()),
                          octets.length))
                  .getBytes(StandardCharsets.UTF_8));
      InputStream entree = prise.getInputStream();
      String accord = new String(entree.readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(accord).isEqualTo("HTTP/1.1 100");
      prise.getOutputStream().write(octets);
      assertThat(new String(entree.readAllBytes(), StandardCharsets.UTF_8)).contains(dit("Coucou"));
    }
  }

  @Test
  void un_corps_en_morceaux_de_transfert_est_lu() throws IOException {
    ByteArrayOutputStream corps = new ByteArrayOutputStream();
    byte[] octets = echo("Coucou").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < octets.length; i += 7) {
      int n = Math.min(7, octets.length - i);
      corps.write((Integer.toHexString(n) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      corps.write(octets, i, n);
      corps.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    corps.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(
            poster(
                Connecteur.SANS_MTOM,
                TEXTE + "Transfer-Encoding: chunked\r\n",
                corps.toByteArray()))
        .contains(dit("Coucou"));
  }

  private static String creer(String id, String elements) throws IOException {
    return xml(
        TEXTE,
        Connecteur.enveloppe(
            "<n:CreerDossierRequest>" + elements.replace("@@", id) + "</n:CreerDossierRequest>"));
  }

  private static String pdf(String base64) {
    return "<n:DocumentPrincipal xm:contentType=\"application/pdf\">"
        + base64
        + "</n:DocumentPrincipal>";
  }

  /** Maarch : ni VisuelPDF, ni XPath, ni ACTES ; MetaData blanche ; supplémentaires vides. */
  @Test
  void un_depot_de_maarch_passe() throws IOException {
    String id = nouveau();
    String reponse =
        creer(
            id,
            "<n:TypeTechnique>Visa</n:TypeTechnique><n:SousType>Visa simple</n:SousType><n:DossierID>@@</n:DossierID><n:DossierTitre>Courrier : objet Référence : 12_1</n:DossierTitre>"
                + pdf(Pdf.base64(id))
                + "<n:DocumentsSupplementaires></n:DocumentsSupplementaires><n:DocumentsAnnexes></n:DocumentsAnnexes><n:MetaData> </n:MetaData><n:AnnotationPublique></n:AnnotationPublique><n:AnnotationPrivee></n:AnnotationPrivee><n:Visibilite>CONFIDENTIEL</n:Visibilite><n:DateLimite>2027-01-15</n:DateLimite>");
    assertThat(reponse).contains("<codeRetour>OK</codeRetour>").doesNotContain("<DossierID>");
  }

  /** web-delib : éléments en désordre, élément inconnu, DossierID vide, date en texte libre. */
  @Test
  void un_depot_de_web_delib_en_desordre_passe() throws IOException {
    String reponse =
        creer(
            "",
            "<n:Visibilite>PUBLIC</n:Visibilite><n:DateLimite>avant noël</n:DateLimite><n:XPathPourSignature>.</n:XPathPourSignature><n:DossierTitre>Délibération 12</n:DossierTitre>"
                + pdf("\n  " + Pdf.base64("wd" + UUID.randomUUID()) + "\n")
                + "<n:DossierID/><n:SousType>Visa simple</n:SousType><n:AnnotationPrivee/><n:TypeTechnique>Visa</n:TypeTechnique>");
    assertThat(reponse)
        .contains("Dossier Délibération 12 soumis dans le circuit")
        .containsPattern("<DossierID>[0-9a-f-]{36}</DossierID>");
  }

  /** iparapheur-utils : base64 en segments complétés chacun. */
  @Test
  void un_base64_en_segments_est_recolle() throws IOException {
    String id = nouveau();
    byte[] pdf = Pdf.octets(id);
    StringBuilder segments = new StringBuilder();
    for (int i = 0; i < pdf.length; i += 100) {
      int fin = Math.min(pdf.length, i + 100);
      segments.append(
          Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(pdf, i, fin)));
    }
    assertThat(creer(id, depot(segments.toString()))).contains("<codeRetour>OK</codeRetour>");
    assertThat(
            xml(
                TEXTE,
                Connecteur.enveloppe("<n:GetDossierRequest>" + id + "</n:GetDossierRequest>")))
        .contains(Base64.getEncoder().encodeToString(pdf));
  }

  private static String depot(String base64) {
    return "<n:TypeTechnique> Visa </n:TypeTechnique><n:SousType>Visa\n simple</n:SousType><n:DossierID> @@ </n:DossierID>"
        + pdf(base64)
        + "<n:Visibilite>SERVICE</n:Visibilite>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J'aime développer",
        "R-006-00-C2-20091005035902",
        "12 Objet (n° 3) & suite",
        "123_4567",
        "a:b/c\\d*e?f|g;h",
        "éèêàùçëïü.@{}-_"
      })
  void un_dossierid_que_le_classique_prenait_est_pris(String forme) throws IOException {
    String id = (forme + " " + UUID.randomUUID());
    String echappe = id.replace("&", "&amp;");
    assertThat(
            xml(
                TEXTE,
                Connecteur.enveloppe(
                    "<n:CreerDossierRequest>"
                        + depot(Pdf.base64(id)).replace("> @@ <", ">" + echappe + "<")
                        + "</n:CreerDossierRequest>")))
        .contains("Dossier " + echappe + " soumis dans le circuit");
    assertThat(
            xml(
                TEXTE,
                Connecteur.enveloppe("<n:GetDossierRequest>" + echappe + "</n:GetDossierRequest>")))
        .contains("<DossierID>" + echappe + "</DossierID>");
  }

  /** web-delib : son MIME à elle, lignes LF, ligne vide avant la première frontière, sans fin. */
  @ParameterizedTest
  @ValueSource(strings = {Connecteur.MTOM, Connecteur.SANS_MTOM})
  void le_mime_de_web_delib_est_lu(String adresse) throws IOException {
    String id = nouveau();
    String frontiere = "MIMEBoundary5eca3d4a-35d8-1e01-32da-005056b32ce6";
    String racine =
        Connecteur.enveloppe(
            "<n:CreerDossierRequest>"
                + depot(
                        "\n<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:fichierPDF\"></xop:Include>\n")
                    .replace("@@", id)
                + "</n:CreerDossierRequest>");
    ByteArrayOutputStream corps = new ByteArrayOutputStream();
    corps.write(
        ("\n--%s\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\nContent-Transfer-Encoding: 8bit\nContent-ID: <i-Parapheur-query@adullact.org>\n\n%s\n--%s\nContent-Type: application/pdf\nContent-Transfer-Encoding: binary\nContent-id: <fichierPDF>\n\n"
                .formatted(frontiere, racine, frontiere))
            .getBytes(StandardCharsets.UTF_8));
    corps.write(Pdf.octets(id));
    corps.write(("\n--" + frontiere).getBytes(StandardCharsets.UTF_8));
    assertThat(
            poster(
                adresse,
                "Content-type: Multipart/Related; boundary=%s; type=\"application/xop+xml\"; charset=utf-8; start=\"<i-Parapheur-query@adullact.org>\"\r\nContent-Length: %d\r\n"
                    .formatted(frontiere, corps.size()),
                corps.toByteArray()))
        .contains("<codeRetour>OK</codeRetour>");
  }

  /** web-delib envoie ForcerEtapeRequest avec du texte seul : KO, et rien ne bouge. */
  @Test
  void un_forceretape_de_texte_seul_est_refuse() throws IOException {
    assertThat(
            xml(
                TEXTE,
                Connecteur.enveloppe("<n:ForcerEtapeRequest>un texte</n:ForcerEtapeRequest>")))
        .contains("<codeRetour>KO</codeRetour>");
  }

  @Test
  void un_compte_s_ecrit_sans_souci_de_casse() throws IOException {
    byte[] octets = echo("Coucou").getBytes(StandardCharsets.UTF_8);
    assertThat(
            poster(
                Connecteur.SANS_MTOM,
                "WS@Connect",
                TEXTE + "Content-Length: " + octets.length + "\r\n",
                octets))
        .contains("[WS@Connect] m'a dit: \"Coucou\"!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NombreDossiers", "Status", "TypeTechnique"})
  void un_critere_vide_ne_filtre_pas(String critere) throws IOException {
    String id = nouveau();
    creer(id, depot(Pdf.base64(id)));
    assertThat(
            xml(
                TEXTE,
                Connecteur.enveloppe(
                    "<n:RechercherDossiersRequest><n:%1$s></n:%1$s></n:RechercherDossiersRequest>"
                        .formatted(critere))))
        .contains("<nom>" + id + "</nom>");
  }
}
