package fr.paraphe.recette.soap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.recette.soap.Connecteur.Reponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tout ce qu’une création peut porter est gardé et rendu, ou refusé en le nommant (contrat B.7,
 * B.8).
 */
class CreationEntiereIT {

  private static final String URGENT = metadonnee("mameta_bool", "true");

  private static Connecteur ws;

  @BeforeAll
  static void connecter() {
    CommuneSoap commune = CommuneSoap.fondee();
    ws = new Connecteur(commune.adresse(), CommuneSoap.WS, commune.motDePasse());
  }

  private static String nouveau() {
    return "entier " + UUID.randomUUID();
  }

  private static String base64(String texte) {
    return Base64.getEncoder().encodeToString(texte.getBytes(StandardCharsets.UTF_8));
  }

  private static String metadonnee(String nom, String valeur) {
    return "<n:MetaDonnee><n:nom>%s</n:nom><n:valeur>%s</n:valeur></n:MetaDonnee>"
        .formatted(nom, valeur);
  }

  private static String annexe(String nom, String contenu) {
    return "<n:DocAnnexe><n:nom>%s</n:nom><n:fichier xm:contentType=\"application/pdf\">%s</n:fichier><n:mimetype>application/pdf</n:mimetype><n:encoding>UTF-8</n:encoding></n:DocAnnexe>"
        .formatted(nom, contenu);
  }

  private static String etape(String bureau, String role) {
    return "<n:EtapeCircuit><n:Parapheur>%s</n:Parapheur><n:Prenom/><n:Nom/><n:Role>%s</n:Role></n:EtapeCircuit>"
        .formatted(bureau, role);
  }

  private static Reponse voirie(String id, String reste) {
    return ws.appeler(
        Connecteur.depot("Voirie", "Permission", id, "Rue Haute", Pdf.base64(id), reste));
  }

  private static Reponse visa(String id, String reste) {
    return ws.appeler(
        Connecteur.depot("Visa", "Visa simple", id, "Un titre", Pdf.base64(id), reste));
  }

  private static String dossier(String id) {
    return ws.appeler("<n:GetDossierRequest>" + id + "</n:GetDossierRequest>").texte();
  }

  private static String histo(String id) {
    return ws.appeler("<n:GetHistoDossierRequest>" + id + "</n:GetHistoDossierRequest>").texte();
  }

  private static void accepte(Reponse r) {
    assertThat(r.element("codeRetour")).as(r.texte()).isEqualTo("OK");
  }

  private static void refuse(Reponse r, String id, String phrase) {
    assertThat(r.statut()).isEqualTo(200);
    assertThat(r.element("codeRetour")).as(r.texte()).isEqualTo("KO");
    assertThat(r.element("message")).contains(phrase);
    assertThat(dossier(id)).contains("<message>Dossier " + id + " introuvable.</message>");
  }

  @Test
  void le_dictionnaire_des_metadonnees_est_celui_de_la_collectivite() {
    assertThat(ws.appeler("<n:GetListeMetaDonneesRequest/>").texte())
        .contains(
            "<GetListeMetaDonneesResponse xmlns=\"http://www.adullact.org/spring-ws/iparapheur/1.0\" xmlns:xmime=\"http://www.w3.org/2005/05/xmlmime\">"
                + "<MetaDonnee><nomCourt>canton</nomCourt><nomLong>Canton</nomLong><nature>STRING</nature></MetaDonnee>"
                + "<MetaDonnee><nomCourt>mameta_bool</nomCourt><nomLong>Urgent</nomLong><nature>BOOLEAN</nature></MetaDonnee>"
                + "<MetaDonnee><nomCourt>montant</nomCourt><nomLong>Montant</nomLong><nature>DOUBLE</nature></MetaDonnee>"
                + "<MetaDonnee><nomCourt>notee_le</nomCourt><nomLong>Notée le</nomLong><nature>DATE</nature></MetaDonnee>"
                + "<MetaDonnee><nomCourt>page</nomCourt><nomLong>Page</nomLong><nature>URL</nature></MetaDonnee>"
                + "<MetaDonnee><nomCourt>rang</nomCourt><nomLong>Rang</nomLong><nature>INTEGER</nature></MetaDonnee>"
                + "</GetListeMetaDonneesResponse>");
  }

  private static String requises(String type, String sousType) {
    return ws.appeler(
            "<n:GetMetaDonneesRequisesPourTypeSoustypeRequest><n:SousType>%s</n:SousType><n:TypeTechnique>%s</n:TypeTechnique></n:GetMetaDonneesRequisesPourTypeSoustypeRequest>"
                .formatted(sousType, type))
        .texte();
  }

  @Test
  void un_sous_type_dit_les_metadonnees_qu_il_demande() {
    assertThat(requises("Voirie", "Permission"))
        .contains(
            "<MetaDonnee><nomCourt>mameta_bool</nomCourt><nomLong>Urgent</nomLong><nature>BOOLEAN</nature><obligatoire>true</obligatoire></MetaDonnee>"
                + "<MetaDonnee><nomCourt>montant</nomCourt><nomLong>Montant</nomLong><nature>DOUBLE</nature><obligatoire>false</obligatoire></MetaDonnee>");
  }

  @ParameterizedTest
  @CsvSource({"Visa,Visa simple", "Visa,Absent", "Absent,Visa simple"})
  void sans_metadonnee_la_liste_est_vide(String type, String sousType) {
    assertThat(requises(type, sousType))
        .contains("<GetMetaDonneesRequisesPourTypeSoustypeResponse ")
        .doesNotContain("<MetaDonnee>")
        .doesNotContain("MessageRetour");
  }

  @Test
  void tout_ce_qu_un_depot_porte_revient() {
    String id = nouveau();
    accepte(
        voirie(
            id,
            "<n:NomDocPrincipal>arrêté.pdf</n:NomDocPrincipal><n:EmailEmetteur>agent@ville.invalid</n:EmailEmetteur>"
                + "<n:SignatureDocPrincipal xm:contentType=\"application/pkcs7-signature\">"
                + base64("signature détachée")
                + "</n:SignatureDocPrincipal><n:DocumentsSupplementaires>"
                + annexe("plan.pdf", Pdf.base64("plan"))
                + "</n:DocumentsSupplementaires><n:DocumentsAnnexes>"
                + annexe("an1.pdf", Pdf.base64("un"))
                + annexe("an2.pdf", Pdf.base64("deux"))
                + "</n:DocumentsAnnexes><n:MetaData>"
                + URGENT
                + metadonnee("montant", "12.50")
                + metadonnee("libre", "gardée")
                + "</n:MetaData><n:XPathPourSignatureXML>//Bordereau</n:XPathPourSignatureXML><n:MetaDataTdtACTES><n:nature>3</n:nature><n:classification>6.1</n:classification><n:date>2026-05-12</n:date><n:objet>Rue Haute</n:objet></n:MetaDataTdtACTES>"
                + "<n:AnnotationPublique>À relire</n:AnnotationPublique><n:AnnotationPrivee>Vu au téléphone</n:AnnotationPrivee>"));
    String rendu = dossier(id);
    assertThat(rendu)
        .contains("<NomDocPrincipal>arrêté.pdf</NomDocPrincipal>")
        .contains(
            "<SignatureDocPrincipal xmime:contentType=\"application/pkcs7-signature\">"
                + base64("signature détachée"))
        .contains("<XPathPourSignaturePES>//Bordereau</XPathPourSignaturePES>")
        .contains(
            "<AnnotationPublique>À relire</AnnotationPublique><AnnotationPrivee>Vu au téléphone</AnnotationPrivee>")
        .contains("<DocumentsSupplementaires><DocAnnexe><nom>\"plan.pdf\"</nom>")
        .contains("<nom>mameta_bool</nom><valeur>true</valeur>")
        .contains("<nom>montant</nom><valeur>12.50</valeur>")
        .contains("<nom>libre</nom><valeur>gardée</valeur>")
        .contains("<nom>actesNature</nom><valeur>3</valeur>")
        .contains("<nom>actesClassification</nom><valeur>6.1</valeur>")
        .contains("<nom>actesDate</nom><valeur>2026-05-12</valeur>")
        .contains("<nom>actesObjet</nom><valeur>Rue Haute</valeur>")
        .doesNotContain("<EmailEmetteur>");
    assertThat(rendu.indexOf("\"an1.pdf\""))
        .isGreaterThan(rendu.indexOf("</DocumentsSupplementaires>"))
        .isLessThan(rendu.indexOf("\"an2.pdf\""));
    assertThat(rendu.indexOf("\"iParapheur_impression_dossier.pdf\""))
        .isGreaterThan(rendu.indexOf("\"an2.pdf\""));
  }

  @Test
  void une_signature_en_xml_echappe_est_gardee_telle_quelle() {
    String id = nouveau();
    accepte(
        visa(
            id,
            "<n:SignatureDocPrincipal xm:contentType=\"text/xml\">&lt;ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/&gt;</n:SignatureDocPrincipal>"));
    assertThat(dossier(id))
        .contains(
            "<SignatureDocPrincipal xmime:contentType=\"text/xml\">"
                + base64("<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>"));
  }

  @Test
  void une_signature_qui_n_est_ni_base64_ni_xml_est_refusee() {
    String id = nouveau();
    refuse(
        visa(
            id,
            "<n:SignatureDocPrincipal xm:contentType=\"text/plain\">é</n:SignatureDocPrincipal>"),
        id,
        "SignatureDocPrincipal");
  }

  @Test
  void un_circuit_impose_remplace_celui_du_sous_type() {
    String id = nouveau();
    accepte(
        visa(
            id,
            "<n:CircuitObligatoire>"
                + etape("voirie", "VISEUR")
                + etape("DGS", "SIGNATAIRE")
                + etape("WebService", "ARCHIVAGE")
                + "</n:CircuitObligatoire>"));
    assertThat(histo(id))
        .contains("Dossier déposé sur le bureau Voirie pour Visa")
        .doesNotContain("DGS");
  }

  @ParameterizedTest
  @CsvSource({
    "Nulle part,VISEUR,Nulle part",
    "DGS,CHEF,Le Role « CHEF »",
    "'',VISEUR,Le Parapheur de CircuitObligatoire[1] manque",
    "DGS,CACHET,CACHET",
    "WebService,ARCHIVAGE,étape à accomplir"
  })
  void un_circuit_impose_impossible_est_refuse_en_le_nommant(
      String bureau, String role, String phrase) {
    String id = nouveau();
    refuse(
        visa(id, "<n:CircuitObligatoire>" + etape(bureau, role) + "</n:CircuitObligatoire>"),
        id,
        phrase);
  }

  @Test
  void un_circuit_impose_ne_passe_pas_par_une_autre_collectivite() {
    String id = nouveau();
    refuse(
        visa(id, "<n:CircuitObligatoire>" + etape("Mairie", "VISEUR") + "</n:CircuitObligatoire>"),
        id,
        "bureau inconnu");
  }

  @Test
  void une_metadonnee_obligatoire_absente_est_nommee() {
    String id = nouveau();
    refuse(voirie(id, "<n:MetaData> </n:MetaData>"), id, "Urgent");
  }

  @ParameterizedTest
  @CsvSource({"mameta_bool,oui", "montant,douze", "canton,Est"})
  void une_metadonnee_qui_n_est_pas_de_sa_nature_est_refusee(String nom, String valeur) {
    String id = nouveau();
    String reste = nom.equals("mameta_bool") ? "" : URGENT;
    refuse(
        voirie(id, "<n:MetaData>" + reste + metadonnee(nom, valeur) + "</n:MetaData>"),
        id,
        "« " + valeur + " »");
  }

  @Test
  void un_sous_type_d_un_seul_document_refuse_les_supplementaires() {
    String id = nouveau();
    refuse(
        visa(
            id,
            "<n:DocumentsSupplementaires>"
                + annexe("b.pdf", Pdf.base64("b"))
                + "</n:DocumentsSupplementaires>"),
        id,
        "1 document principal");
  }

  private static Reponse pes(String id, String visuel) {
    return ws.appeler(
        """
        <n:CreerDossierPESRequest><n:TypeTechnique>Yhelios</n:TypeTechnique><n:SousType>PES</n:SousType><n:EmailEmetteur/>\
        <n:DossierID>%s</n:DossierID><n:FichierPES xm:contentType="text/xml">%s</n:FichierPES>\
        <n:VisuelPDF xm:contentType="application/pdf">%s</n:VisuelPDF><n:XPathPourSignaturePES>//Bordereau</n:XPathPourSignaturePES>\
        <n:AnnotationPublique/><n:AnnotationPrivee/><n:Visibilite>SERVICE</n:Visibilite><n:DateLimite>2020-05-12</n:DateLimite></n:CreerDossierPESRequest>"""
            .formatted(id, base64("<?xml version='1.0'?><PES_Aller/>"), visuel));
  }

  @Test
  void un_pes_revient_dans_fichierpes_avec_son_visuel() {
    String id = nouveau();
    String visuel = Pdf.base64("visuel");
    Reponse cree = pes(id, visuel);
    assertThat(cree.texte())
        .contains(
            "<CreerDossierPESResponse xmlns=\"http://www.adullact.org/spring-ws/iparapheur/1.0\" xmlns:xmime=\"http://www.w3.org/2005/05/xmlmime\"><MessageRetour><codeRetour>OK</codeRetour><message>Dossier "
                + id
                + " soumis dans le circuit</message><severite>INFO</severite></MessageRetour></CreerDossierPESResponse>");
    assertThat(dossier(id))
        .containsPattern("<FichierPES xmime:contentType=\"(text|application)/xml\">")
        .contains("<VisuelPDF xmime:contentType=\"application/pdf\">" + visuel)
        .contains("<XPathPourSignaturePES>//Bordereau</XPathPourSignaturePES>")
        .contains("<DateLimite>2020-05-12</DateLimite>")
        .contains("<NomDocPrincipal>" + id + "</NomDocPrincipal>")
        .doesNotContain("<DocPrincipal");
  }

  @Test
  void un_pes_sans_visuel_est_refuse() {
    String id = nouveau();
    refuse(pes(id, ""), id, "VisuelPDF");
  }

  @ParameterizedTest
  @CsvSource({
    "GetListeTypesPourUtilisateur",
    "GetListeSousTypesPourUtilisateur",
    "GetCircuitPourUtilisateur",
    "IsUtilisateurExiste"
  })
  void une_operation_de_forme_inconnue_repond_une_faute_claire(String operation) {
    Reponse r = ws.appeler("<n:" + operation + "Request/>");
    assertThat(r.statut()).isEqualTo(500);
    assertThat(r.element("faultstring")).contains(operation).contains("ne propose pas");
    assertThat(ws.lire(Connecteur.MTOM + "?wsdl").texte()).doesNotContain(operation);
  }
}
