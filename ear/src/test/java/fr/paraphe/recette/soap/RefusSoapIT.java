package fr.paraphe.recette.soap;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.recette.soap.Connecteur.Reponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce que le service refuse, et comment il le dit. */
class RefusSoapIT {

  private static CommuneSoap commune;
  private static Connecteur ws;

  @BeforeAll
  static void connecter() {
    commune = CommuneSoap.fondee();
    ws = new Connecteur(commune.adresse(), CommuneSoap.WS, commune.motDePasse());
  }

  private static Reponse depot(String document, String reste) {
    return ws.appeler(
        Connecteur.depot("Visa", "Visa simple", "refus " + UUID.randomUUID(), "", document, reste));
  }

  private static void refusee(Reponse r, String phrase) {
    assertThat(r.statut()).as(r.texte()).isEqualTo(200);
    assertThat(r.element("codeRetour")).isEqualTo("KO");
    assertThat(r.element("severite")).isEqualTo("ERROR");
    assertThat(r.element("message")).contains(phrase);
    assertThat(r.texte())
        .doesNotContain("Exception")
        .doesNotContain("fr.paraphe")
        .doesNotContain("<DossierID>");
  }

  private static void enFaute(Reponse r, String phrase) {
    assertThat(r.statut()).as(r.texte()).isEqualTo(500);
    assertThat(r.element("faultstring")).contains(phrase);
    assertThat(r.texte())
        .startsWith("<?xml version='1.0' encoding='UTF-8'?><S:Envelope ")
        .doesNotContain("Exception");
  }

  @Test
  void un_mauvais_mot_de_passe_donne_401_sans_corps() {
    Reponse r =
        new Connecteur(commune.adresse(), CommuneSoap.WS, "faux").appeler("<n:echoRequest/>");
    assertThat(r.statut()).isEqualTo(401);
    assertThat(r.texte()).isEmpty();
  }

  @Test
  void un_compte_inconnu_donne_401_sans_corps() {
    Reponse r =
        new Connecteur(commune.adresse(), "personne@nulle-part", "faux")
            .appeler("<n:echoRequest/>");
    assertThat(r.statut()).isEqualTo(401);
    assertThat(r.texte()).isEmpty();
  }

  @Test
  void un_compte_ferme_n_est_plus_reconnu_des_l_appel_suivant() {
    Connecteur ancien = new Connecteur(commune.adresse(), CommuneSoap.ANCIEN, commune.motDePasse());
    assertThat(ancien.appeler("<n:GetListeTypesRequest/>").texte()).contains("TypeTechnique");
    commune.fermerAncien();
    assertThat(ancien.appeler("<n:GetListeTypesRequest/>").statut()).isEqualTo(401);
  }

  @Test
  void le_contrat_se_lit_sans_identite_et_donne_les_deux_adresses() {
    Reponse r = ws.lire(Connecteur.MTOM + "?wsdl");
    assertThat(r.statut()).isEqualTo(200);
    assertThat(r.texte())
        .contains("location=\"" + commune.adresse() + "/ws-iparapheur\"")
        .contains("location=\"" + commune.adresse() + "/ws-iparapheur-no-mtom\"")
        .doesNotContain("<!--");
    assertThat(ws.lire("/xml/xmlmime").texte()).contains("http://www.w3.org/2005/05/xmlmime");
    assertThat(ws.lire(Connecteur.MTOM).statut()).isEqualTo(405);
  }

  @Test
  void un_sous_type_et_un_type_inconnus_sont_nommes() {
    refusee(
        ws.appeler(
            Connecteur.depot("Visa", "Absent", "x" + UUID.randomUUID(), "", Pdf.base64("a"), "")),
        "Le sous-type Absent n'existe pas pour le type 'Visa'");
    refusee(
        ws.appeler(
            Connecteur.depot(
                "Absent", "Visa simple", "x" + UUID.randomUUID(), "", Pdf.base64("a"), "")),
        "Absent");
  }

  @Test
  void un_base64_faux_est_refuse_en_nommant_le_champ() {
    refusee(depot("ceci n’est pas du base64", ""), "DocumentPrincipal n’est pas du base64");
    refusee(
        depot(
            Pdf.base64("b"),
            "<n:DocumentsAnnexes><n:DocAnnexe><n:nom>a.pdf</n:nom><n:fichier xm:contentType=\"application/pdf\">A</n:fichier><n:mimetype>application/pdf</n:mimetype><n:encoding>UTF-8</n:encoding></n:DocAnnexe></n:DocumentsAnnexes>"),
        "DocumentsAnnexes[1]");
  }

  @Test
  void un_document_vide_ou_absent_est_refuse() {
    refusee(depot("", ""), "DocumentPrincipal");
    refusee(
        ws.appeler(
            "<n:CreerDossierRequest><n:TypeTechnique>Visa</n:TypeTechnique><n:SousType>Visa simple</n:SousType><n:DossierID>z</n:DossierID></n:CreerDossierRequest>"),
        "DocumentPrincipal");
  }

  @Test
  void un_identifiant_et_un_titre_vides_sont_refuses() {
    refusee(ws.appeler(Connecteur.depot("", "", Pdf.base64("v"))), "l’un des deux est nécessaire");
  }

  @Test
  void un_faux_pdf_est_refuse() {
    refusee(
        ws.appeler(
            Connecteur.depot(
                "Visa",
                "Visa simple",
                "faux" + UUID.randomUUID(),
                "",
                java.util.Base64.getEncoder()
                    .encodeToString("pas un pdf".getBytes(StandardCharsets.UTF_8)),
                "<n:NomDocPrincipal>lettre.pdf</n:NomDocPrincipal>")),
        "n’est pas un PDF");
  }

  @Test
  void une_visibilite_et_un_circuit_impose_sont_refuses_ensemble() {
    Reponse r =
        ws.appeler(
            Connecteur.depot(
                    "Visa", "Visa simple", "deux" + UUID.randomUUID(), "", Pdf.base64("c"), "")
                .replace("<n:Visibilite>SERVICE<", "<n:Visibilite>SECRET<")
                .replace(
                    "</n:CreerDossierRequest>",
                    "<n:CircuitObligatoire><n:EtapeCircuit/></n:CircuitObligatoire></n:CreerDossierRequest>"));
    refusee(r, "SECRET");
    assertThat(r.element("message")).contains("CircuitObligatoire");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<n:GetDossierRequest>inconnu</n:GetDossierRequest>",
        "<n:GetHistoDossierRequest>inconnu</n:GetHistoDossierRequest>",
        "<n:EffacerDossierRejeteRequest>inconnu</n:EffacerDossierRejeteRequest>",
        "<n:ArchiverDossierRequest><n:DossierID>inconnu</n:DossierID></n:ArchiverDossierRequest>",
        "<n:ForcerEtapeRequest><n:DossierID>inconnu</n:DossierID><n:CodeTransition>OK</n:CodeTransition></n:ForcerEtapeRequest>"
      })
  void un_dossier_inconnu_est_introuvable(String appel) {
    Reponse r = ws.appeler(appel);
    assertThat(r.statut()).as(r.texte()).isEqualTo(200);
    assertThat(r.element("message")).isEqualTo("Dossier inconnu introuvable.");
  }

  @Test
  void le_dossier_d_une_autre_collectivite_est_introuvable() {
    String id = "secret " + UUID.randomUUID();
    assertThat(ws.appeler(Connecteur.depot(id, "", Pdf.base64(id))).element("codeRetour"))
        .isEqualTo("OK");
    Connecteur voisin = new Connecteur(commune.adresse(), CommuneSoap.VOISIN, commune.motDePasse());
    assertThat(
            voisin
                .appeler("<n:GetDossierRequest>" + id + "</n:GetDossierRequest>")
                .element("message"))
        .isEqualTo("Dossier " + id + " introuvable.");
    assertThat(
            voisin
                .appeler(
                    "<n:RechercherDossiersRequest><n:DossierID>"
                        + id
                        + "</n:DossierID></n:RechercherDossiersRequest>")
                .contient("<LogDossier>"))
        .isFalse();
  }

  @Test
  void forcer_une_etape_que_l_on_ne_tient_pas_est_refuse() {
    String id = "forcer " + UUID.randomUUID();
    ws.appeler(Connecteur.depot(id, "", Pdf.base64(id)));
    Reponse r =
        ws.appeler(
            "<n:ForcerEtapeRequest><n:DossierID>"
                + id
                + "</n:DossierID><n:CodeTransition>OK</n:CodeTransition></n:ForcerEtapeRequest>");
    refusee(new Reponse(r.statut(), r.type(), r.texte()), "n’attend pas votre visa");
    assertThat(
            ws.appeler("<n:ForcerEtapeRequest>du texte</n:ForcerEtapeRequest>")
                .element("codeRetour"))
        .isEqualTo("KO");
  }

  @Test
  void doctype_et_instructions_de_traitement_donnent_une_faute() {
    enFaute(
        brut(
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + Connecteur.enveloppe("<n:echoRequest>&x;</n:echoRequest>")),
        "DOCTYPE");
    enFaute(brut(Connecteur.enveloppe("<?php a?><n:echoRequest/>")), "instruction de traitement");
    enFaute(brut(Connecteur.enveloppe("<n:echoRequest>&inconnue;</n:echoRequest>")), "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "du texte", "<a>", "<a/>", "<a></b>", "{\"json\":1}", "<soapenv:Envelope>"})
  void ce_qui_n_est_pas_une_enveloppe_donne_une_faute(String corps) {
    enFaute(brut(corps), "");
  }

  @Test
  void une_operation_inconnue_donne_une_faute() {
    enFaute(ws.appeler("<n:IsUtilisateurExisteRequest/>"), "ne propose pas l’opération");
  }

  @Test
  void une_faute_sur_l_adresse_mtom_garde_la_forme_en_parties() {
    Reponse r = ws.poster(Connecteur.MTOM, "text/xml", BodyPublishers.ofString("<a/>"));
    assertThat(r.statut()).isEqualTo(500);
    assertThat(r.type()).startsWith("multipart/related;start=");
    assertThat(r.texte()).startsWith("--uuid:").contains("<S:Fault").endsWith("--");
  }

  @Test
  void un_document_de_260_mo_est_refuse_et_le_service_repond_encore() throws Exception {
    String avant = Connecteur.enveloppe(Connecteur.depot("gros " + UUID.randomUUID(), "", "@"));
    String[] bouts = avant.split("@");
    Reponse r =
        ws.poster(
            Connecteur.SANS_MTOM,
            "text/xml; charset=utf-8",
            Connecteur.flux(
                () ->
                    new SequenceInputStream(
                        java.util.Collections.enumeration(
                            List.of(
                                texte(bouts[0]),
                                new Repetition(260_000_000L / 3 * 4),
                                texte(bouts[1]))))));
    refusee(r, "250 Mo");
    assertThat(ws.appeler("<n:echoRequest>ok</n:echoRequest>").statut()).isEqualTo(200);
    try (Stream<java.nio.file.Path> restes =
        Files.walk(commune.produit().donnees().resolve("tmp"))) {
      assertThat(restes.filter(Files::isRegularFile).filter(f -> f.toFile().length() > 1_000_000))
          .isEmpty();
    }
  }

  @Test
  void mille_messages_abimes_laissent_le_service_debout() {
    Random hasard = new Random(42);
    String modele = Connecteur.enveloppe(Connecteur.depot("m", "t", Pdf.base64("m")));
    for (int i = 0; i < 1000; i++) {
      StringBuilder abime = new StringBuilder(modele);
      for (int j = hasard.nextInt(5) + 1; j > 0; j--) {
        int ou = hasard.nextInt(abime.length());
        if (hasard.nextBoolean()) {
          abime.setCharAt(ou, (char) (32 + hasard.nextInt(96)));
        } else {
          abime.delete(ou, Math.min(abime.length(), ou + hasard.nextInt(40)));
        }
      }
      Reponse r = brut(abime.toString());
      assertThat(r.statut()).as(r.texte()).isIn(200, 500);
      assertThat(r.texte())
          .doesNotContain("Exception")
          .doesNotContain("incident")
          .doesNotContain("erreur interne");
    }
    assertThat(ws.appeler("<n:echoRequest>debout</n:echoRequest>").statut()).isEqualTo(200);
  }

  private static Reponse brut(String corps) {
    return ws.poster(
        Connecteur.SANS_MTOM, "text/xml; charset=utf-8", BodyPublishers.ofString(corps));
  }

  private static InputStream texte(String texte) {
    return new ByteArrayInputStream(texte.getBytes(StandardCharsets.UTF_8));
  }

  /** Un flux de « A », aussi long qu’on veut, sans mémoire. */
  private static final class Repetition extends InputStream {

    private long reste;

    private Repetition(long longueur) {
      this.reste = longueur;
    }

    @Override
    public int read() {
      return reste-- > 0 ? 'A' : -1;
    }

    @Override
    public int read(byte[] octets, int debut, int longueur) {
      if (reste <= 0) {
        return -1;
      }
      int n = (int) Math.min(longueur, reste);
      java.util.Arrays.fill(octets, debut, debut + n, (byte) 'A');
      reste -= n;
      return n;
    }
  }
}
