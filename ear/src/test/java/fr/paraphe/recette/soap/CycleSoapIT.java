package fr.paraphe.recette.soap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.recette.soap.Connecteur.Reponse;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Le métier du connecteur, du dépôt au retrait. */
class CycleSoapIT {

  private static Connecteur ws;
  private static Connecteur dgs;

  @BeforeAll
  static void connecter() {
    CommuneSoap commune = CommuneSoap.fondee();
    ws = new Connecteur(commune.adresse(), CommuneSoap.WS, commune.motDePasse());
    dgs = new Connecteur(commune.adresse(), CommuneSoap.DGS, commune.motDePasse());
  }

  private static String nouveau(String nom) {
    return nom + " " + UUID.randomUUID();
  }

  private static String forcer(String id, String code) {
    return "<n:ForcerEtapeRequest><n:DossierID>%s</n:DossierID><n:CodeTransition>%s</n:CodeTransition><n:AnnotationPublique>Vu</n:AnnotationPublique></n:ForcerEtapeRequest>"
        .formatted(id, code);
  }

  @Test
  void echo_rend_le_compte_et_le_message_inchange() {
    Reponse r = ws.appeler("<n:echoRequest>Voix ambiguë d’un cœur &amp; zéphyr </n:echoRequest>");
    assertThat(r.statut()).isEqualTo(200);
    assertThat(r.texte())
        .isEqualTo(
            "<?xml version='1.0' encoding='UTF-8'?><S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
                + "<echoResponse xmlns=\"http://www.adullact.org/spring-ws/iparapheur/1.0\" xmlns:xmime=\"http://www.w3.org/2005/05/xmlmime\">"
                + "[ws@connect] m'a dit: \"Voix ambiguë d’un cœur &amp; zéphyr \"!</echoResponse></S:Body></S:Envelope>");
  }

  @Test
  void l_adresse_mtom_repond_toujours_en_plusieurs_parties() {
    Reponse r =
        ws.poster(
            Connecteur.MTOM + "?wsdl",
            "text/xml",
            BodyPublishers.ofString(Connecteur.enveloppe("<n:echoRequest/>")));
    String marque = r.type().replaceAll(".*boundary=\"uuid:([^\"]+)\".*", "$1");
    assertThat(r.type())
        .isEqualTo(
            "multipart/related;start=\"<rootpart*%s@example.jaxws.sun.com>\";type=\"application/xop+xml\";boundary=\"uuid:%s\";start-info=\"text/xml\""
                .formatted(marque, marque));
    assertThat(r.texte())
        .startsWith(
            "--uuid:%s\r\nContent-Id: <rootpart*%s@example.jaxws.sun.com>\r\nContent-Type: application/xop+xml;charset=utf-8;type=\"text/xml\"\r\nContent-Transfer-Encoding: binary\r\n\r\n<?xml version='1.0' encoding='UTF-8'?><S:Envelope "
                .formatted(marque, marque))
        .endsWith("</S:Envelope>\r\n--uuid:" + marque + "--")
        .contains("[ws@connect] m'a dit: \"\"!");
  }

  @Test
  void types_sous_types_et_circuit_sont_ceux_du_compte() {
    assertThat(ws.appeler("<n:GetListeTypesRequest/>").texte())
        .contains("<TypeTechnique>Courrier</TypeTechnique><TypeTechnique>Visa</TypeTechnique>");
    assertThat(
            ws.appeler("<n:GetListeSousTypesRequest> Visa </n:GetListeSousTypesRequest>").texte())
        .contains("<SousType>Visa simple</SousType>");
    assertThat(
            ws.appeler("<n:GetListeSousTypesRequest>Inconnu</n:GetListeSousTypesRequest>")
                .contient("<SousType>"))
        .isFalse();
    assertThat(
            ws.appeler(
                    "<n:GetCircuitRequest><n:SousType>Visa simple</n:SousType><n:TypeTechnique>Visa</n:TypeTechnique></n:GetCircuitRequest>")
                .texte())
        .contains(
            "<EtapeCircuit><Parapheur>DGS</Parapheur><Prenom></Prenom><Nom>Claire Directrice</Nom><Role>VISEUR</Role></EtapeCircuit>"
                + "<EtapeCircuit><Parapheur>WebService</Parapheur><Prenom></Prenom><Nom>Service Web</Nom><Role>ARCHIVAGE</Role></EtapeCircuit>");
  }

  @Test
  void un_dossier_va_du_depot_a_l_archive() {
    String id = nouveau("J'aime développer (n° 1)");
    byte[] pdf = Pdf.octets(id);
    String document = Base64.getMimeEncoder().encodeToString(pdf);
    Reponse depot = ws.appeler(Connecteur.depot(id, "Un titre", document));
    assertThat(depot.texte())
        .contains(
            "<MessageRetour><codeRetour>OK</codeRetour><message>Dossier Un titre soumis dans le circuit</message><severite>INFO</severite></MessageRetour></CreerDossierResponse>");
    assertThat(chercher(id))
        .contains(
            "<nom>"
                + id
                + "</nom><status>EnCoursVisa</status><accessible>Recuperable</accessible>");
    assertThat(archiver(id, "ARCHIVER").element("message"))
        .isEqualTo("Le dossierID '" + id + "' n'est pas archivable.");

    Reponse force = dgs.appeler(forcer(id, "OK"));
    assertThat(force.element("codeRetour")).as(force.texte()).isEqualTo("OK");
    String histo =
        ws.appeler("<n:GetHistoDossierRequest>" + id + "</n:GetHistoDossierRequest>").texte();
    assertThat(histo)
        .contains("<status>NonLu</status><annotation>Création de dossier</annotation></LogDossier>")
        .contains("<annotation>Dossier déposé sur le bureau DGS pour Visa</annotation>")
        .contains("<nom>Claire Directrice</nom><status>Vise</status><annotation>Vu</annotation>")
        .contains(
            "<status>Archive</status><annotation>Circuit terminé, dossier archivable</annotation></LogDossier><MessageRetour>")
        .containsPattern(
            "<timestamp>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)</timestamp>")
        .doesNotContain("<accessible>");

    Reponse dossier = ws.appeler("<n:GetDossierRequest>" + id + "</n:GetDossierRequest>");
    assertThat(dossier.element("DossierID")).isEqualTo(id);
    assertThat(dossier.texte())
        .contains(
            "<DocPrincipal xmime:contentType=\"application/pdf\">"
                + Base64.getEncoder().encodeToString(pdf))
        .contains("xsi:nil=\"true\"")
        .contains("<nom>ph:dossierTitre</nom><valeur>Un titre</valeur>")
        .doesNotContain("SignatureDocPrincipal")
        .endsWith("</MessageRetour></GetDossierResponse></S:Body></S:Envelope>");

    assertThat(archiver(id, "").element("message")).isEqualTo("Dossier " + id + " archivé.");
    assertThat(
            ws.appeler("<n:GetDossierRequest>" + id + "</n:GetDossierRequest>").element("message"))
        .isEqualTo("Dossier " + id + " introuvable.");
  }

  @Test
  void un_dossier_fini_s_efface_et_un_dossier_rejete_aussi() {
    String fini = nouveau("fini");
    String rejete = nouveau("rejete");
    ws.appeler(Connecteur.depot(fini, "", Pdf.base64(fini)));
    ws.appeler(Connecteur.depot(rejete, "", Pdf.base64(rejete)));
    assertThat(effacerRejete(fini).element("codeRetour")).isEqualTo("KO");
    dgs.appeler(forcer(fini, "OK"));
    Reponse rejet = dgs.appeler(forcer(rejete, "KO"));
    assertThat(rejet.element("codeRetour")).as(rejet.texte()).isEqualTo("OK");
    assertThat(chercher(rejete)).contains("<status>RejetVisa</status>");
    assertThat(archiver(fini, "EFFACER").element("message"))
        .isEqualTo("Dossier " + fini + " supprimé du Parapheur.");
    assertThat(effacerRejete(rejete).element("message"))
        .isEqualTo("Dossier " + rejete + " supprimé du Parapheur.");
  }

  @Test
  void sans_identifiant_le_serveur_en_rend_un() {
    Reponse r = ws.appeler(Connecteur.depot("", "Titre seul", Pdf.base64("titre seul")));
    assertThat(r.element("DossierID")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(r.element("message")).isEqualTo("Dossier Titre seul soumis dans le circuit");
  }

  @Test
  void un_remords_rend_un_brouillon_une_fois_et_plus_apres_une_action() {
    String id = nouveau("remords");
    assertThat(ws.appeler(Connecteur.depot(id, "", Pdf.base64(id))).element("codeRetour"))
        .isEqualTo("OK");

    Reponse repris = remord(id);
    assertThat(repris.texte())
        .contains(
            "<MessageRetour><codeRetour>OK</codeRetour><message>Dossier "
                + id
                + " récupéré.</message><severite>INFO</severite></MessageRetour></ExercerDroitRemordDossierResponse>");
    assertThat(chercher(id)).contains("<status>NonLu</status><accessible>OK</accessible>");
    assertThat(remord(id).element("message"))
        .isEqualTo("Le dossierID '" + id + "' n'a pas été émis.");
    assertThat(
            ws.appeler("<n:GetDossierRequest>" + id + "</n:GetDossierRequest>")
                .element("codeRetour"))
        .isEqualTo("OK");
  }

  @Test
  void un_remords_est_refuse_apres_un_visa_et_pour_un_inconnu() {
    String id = nouveau("remords tardif");
    ws.appeler(Connecteur.depot(id, "", Pdf.base64(id)));
    assertThat(dgs.appeler(forcer(id, "OK")).element("codeRetour")).isEqualTo("OK");
    Reponse tard = remord(id);
    assertThat(tard.element("codeRetour")).isEqualTo("KO");
    assertThat(tard.element("severite")).isEqualTo("ERROR");
    assertThat(tard.element("message")).contains(id).contains("ne peut plus être récupéré");
    assertThat(remord("jamais vu").element("message")).isEqualTo("Dossier jamais vu introuvable.");
  }

  private static Reponse remord(String id) {
    return ws.appeler(
        "<n:ExercerDroitRemordDossierRequest>" + id + "</n:ExercerDroitRemordDossierRequest>");
  }

  @Test
  void un_second_depot_voulu_du_meme_identifiant_est_un_doublon() {
    String id = nouveau("doublon");
    String depot = Connecteur.depot(id, "", Pdf.base64(id));
    assertThat(ws.appeler(depot).element("codeRetour")).isEqualTo("OK");
    Reponse second = ws.appeler(depot);
    assertThat(second.element("codeRetour")).isEqualTo("KO");
    assertThat(second.element("severite")).isEqualTo("ERROR");
    assertThat(second.element("message"))
        .isEqualTo("Le nom de dossier est déjà présent dans le Parapheur: dossierID = " + id);
  }

  @Test
  void le_mime_bricole_de_web_delib_est_lu() {
    byte[] pdf = Pdf.octets("webdelib");
    String racine =
        Connecteur.enveloppe(
            Connecteur.depot(
                "Visa",
                "Visa simple",
                "",
                "webdelib 1",
                "\n <xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:fichierPDF\"></xop:Include> \n",
                ""));
    String tete =
        "\n--MIMEBoundary5e\nContent-Type: application/xop+xml; charset=utf-8; type=\"text/xml\"\nContent-Transfer-Encoding: 8bit\nContent-ID: <i-Parapheur-query@adullact.org>\n\n"
            + racine
            + "\n--MIMEBoundary5e\nContent-Type: application/pdf\nContent-Transfer-Encoding: binary\nContent-id: <fichierPDF>\n\n";
    byte[] corps =
        concatener(
            tete.getBytes(StandardCharsets.UTF_8),
            pdf,
            "\n--MIMEBoundary5e\n".getBytes(StandardCharsets.UTF_8));
    Reponse r =
        ws.poster(
            Connecteur.MTOM,
            "Multipart/Related; boundary=MIMEBoundary5e; type=\"application/xop+xml\"; charset=utf-8; start=\"<i-Parapheur-query@adullact.org>\"",
            BodyPublishers.ofByteArray(corps));
    assertThat(r.element("codeRetour")).as(r.texte()).isEqualTo("OK");
    String id = r.element("DossierID");
    assertThat(ws.appeler("<n:GetDossierRequest>" + id + "</n:GetDossierRequest>").texte())
        .contains(Base64.getEncoder().encodeToString(pdf));
  }

  private static byte[] concatener(byte[]... morceaux) {
    java.io.ByteArrayOutputStream sortie = new java.io.ByteArrayOutputStream();
    for (byte[] morceau : morceaux) {
      sortie.writeBytes(morceau);
    }
    return sortie.toByteArray();
  }

  private static String chercher(String id) {
    return ws.appeler(
            "<n:RechercherDossiersRequest><n:TypeTechnique></n:TypeTechnique><n:NombreDossiers></n:NombreDossiers><n:DossierID>"
                + id
                + "</n:DossierID></n:RechercherDossiersRequest>")
        .texte();
  }

  private static Reponse archiver(String id, String action) {
    return ws.appeler(
        "<n:ArchiverDossierRequest><n:DossierID>%s</n:DossierID><n:ArchivageAction>%s</n:ArchivageAction></n:ArchiverDossierRequest>"
            .formatted(id, action));
  }

  private static Reponse effacerRejete(String id) {
    return ws.appeler("<n:EffacerDossierRejeteRequest>" + id + "</n:EffacerDossierRejeteRequest>");
  }
}
