package fr.paraphe.signature;

import static fr.paraphe.signature.pki.Pki.pki;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.signature.RapportValidation.Indication;
import fr.paraphe.signature.infra.MoteurDss;
import fr.paraphe.signature.infra.Pades;
import fr.paraphe.signature.pki.Pki;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.CoffreMemoire;
import fr.paraphe.stockage.LectureBlob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureDocumentsTest {

  @TempDir Path dossier;
  private final CoffreMemoire coffre = new CoffreMemoire();
  private final SignatureDocuments signature = new SignatureDocuments(new Pades(coffre));
  private final Validation validation = new Validation(new MoteurDss());

  @BeforeEach
  void installer() {
    System.setProperty("paraphe.tmp", dossier.resolve("tmp").toString());
  }

  @Test
  void trois_signatures_successives_restent_toutes_valides_pour_deux_juges() throws Exception {
    BlobRef document = coffre.pdf(DocumentsPdf.lettre());
    for (Identite signataire :
        List.of(pki().maire(), pki().courbeElliptique(), pki().signataire("Charles Chef"))) {
      document = signer(document, signataire).document();
    }

    RapportValidation rapport = valider(document);
    assertThat(rapport.signatures())
        .extracting(RapportValidation.Avis::signataire)
        .containsExactly("Paul Maire", "Claire Directrice", "Charles Chef");
    assertThat(rapport.signatures())
        .allSatisfy(
            avis -> {
              assertThat(avis.indication()).isEqualTo(Indication.VALIDE);
              assertThat(avis.avertissements()).isEmpty();
              assertThat(avis.format()).isEqualTo("PAdES-BASELINE-B");
              assertThat(avis.declareeLe()).isNotNull();
            });
    assertThat(rapport.signatures())
        .extracting(RapportValidation.Avis::couvreToutLeDocument)
        .containsExactly(false, false, true);
    String pdfsig = pdfsig(document);
    assertThat(pdfsig.split("Signature is Valid")).hasSize(4);
    assertThat(pdfsig.split("Not total document signed")).hasSize(3);
    assertThat(pdfsig).contains("ETSI.CAdES.detached", "SHA-256");
  }

  @Test
  void openssl_verifie_le_cms_et_son_attribut_de_certificat() throws Exception {
    for (Identite signataire : List.of(pki().maire(), pki().courbeElliptique())) {
      BlobRef signe = signer(coffre.pdf(DocumentsPdf.lettre()), signataire).document();
      byte[] pdf = coffre.lire(signe);
      try (PDDocument document = Loader.loadPDF(pdf)) {
        PDSignature champ = document.getSignatureDictionaries().get(0);
        Files.write(dossier.resolve("cms.der"), champ.getContents(pdf));
        Files.write(dossier.resolve("contenu"), champ.getSignedContent(pdf));
      }
      Files.write(dossier.resolve("ac.der"), pki().autorite().ancres().get(0).getEncoded());
      lancer("openssl", "x509", "-inform", "DER", "-in", "ac.der", "-out", "ac.pem");
      String verdict =
          lancer(
              "openssl",
              "cms",
              "-verify",
              "-binary",
              "-inform",
              "DER",
              "-in",
              "cms.der",
              "-content",
              "contenu",
              "-CAfile",
              "ac.pem",
              "-cades",
              "-purpose",
              "any",
              "-out",
              "relu");

      assertThat(verdict).contains("CAdES Verification successful");
    }
  }

  @Test
  void huit_fils_signent_ensemble_sans_se_gener() throws Exception {
    ExecutorService fils = Executors.newFixedThreadPool(8);
    try {
      List<Callable<BlobRef>> actes = new ArrayList<>();
      for (int i = 1; i <= 24; i++) {
        BlobRef document = coffre.pdf(DocumentsPdf.lettre(i, page -> {}));
        actes.add(() -> signer(document, pki().maire()).document());
      }
      for (Future<BlobRef> acte : fils.invokeAll(actes)) {
        assertThat(valider(acte.get()).sansReserve()).isTrue();
      }
    } finally {
      fils.shutdown();
    }
  }

  private String lancer(String... commande) throws Exception {
    Process juge =
        new ProcessBuilder(commande).directory(dossier.toFile()).redirectErrorStream(true).start();
    String verdict = new String(juge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    juge.waitFor();
    return verdict;
  }

  @Test
  void signer_n_ajoute_qu_a_la_fin() throws Exception {
    byte[] avant = DocumentsPdf.lettre();
    BlobRef document = coffre.pdf(avant);
    DocumentSigne signe = signer(document, pki().maire());
    byte[] apres = coffre.lire(signe.document());

    assertThat(Arrays.copyOf(apres, avant.length)).isEqualTo(avant);
    assertThat(signe.avant()).isEqualTo(document.sha256());
    assertThat(apres.length - avant.length).isLessThan(60_000);
  }

  @Test
  void une_table_de_references_a_l_ancienne_se_signe_aussi() throws Exception {
    BlobRef signe = signer(coffre.pdf(DocumentsPdf.ancienne()), pki().maire()).document();

    assertThat(valider(signe).sansReserve()).isTrue();
  }

  @Test
  void un_octet_change_est_vu_par_les_deux_juges() throws Exception {
    BlobRef signe = signer(coffre.pdf(DocumentsPdf.lettre()), pki().maire()).document();
    byte[] abime = coffre.lire(signe);
    int position = new String(abime, StandardCharsets.ISO_8859_1).indexOf("stream") + 20;
    abime[position] ^= 1;
    BlobRef altere = coffre.pdf(abime);

    assertThat(valider(altere).indication()).isEqualTo(Indication.INVALIDE);
    assertThat(pdfsig(altere)).contains("Digest Mismatch").doesNotContain("Signature is Valid");
  }

  @Test
  void une_valeur_fausse_est_refusee_et_rien_n_est_garde() throws Exception {
    BlobRef document = coffre.pdf(DocumentsPdf.lettre());
    DocumentPrepare prepare = preparer(document, pki().maire());
    byte[] valeur = pki().maire().signer(prepare.aSigner());
    valeur[10] ^= 1;

    assertRefus(
        ErreurSignature.SIGNATURE_FAUSSE,
        () -> signature.incorporer(document, prepare.prepare(), pki().maire().chaine(), valeur));
    assertRefus(
        ErreurSignature.SIGNATURE_FAUSSE,
        () ->
            signature.incorporer(document, prepare.prepare(), pki().maire().chaine(), new byte[3]));
  }

  @Test
  void la_valeur_d_une_autre_cle_ou_d_un_autre_document_est_refusee() throws Exception {
    BlobRef document = coffre.pdf(DocumentsPdf.lettre());
    DocumentPrepare prepare = preparer(document, pki().maire());
    DocumentPrepare autre = preparer(coffre.pdf(DocumentsPdf.ancienne()), pki().maire());
    byte[] autreCle = pki().signataire("Charles Chef").signer(prepare.aSigner());
    byte[] autreDocument = pki().maire().signer(autre.aSigner());

    for (byte[] valeur : List.of(autreCle, autreDocument)) {
      assertRefus(
          ErreurSignature.SIGNATURE_FAUSSE,
          () -> signature.incorporer(document, prepare.prepare(), pki().maire().chaine(), valeur));
    }
  }

  @Test
  void un_certificat_echange_entre_les_deux_phases_est_refuse() throws Exception {
    BlobRef document = coffre.pdf(DocumentsPdf.lettre());
    DocumentPrepare prepare = preparer(document, pki().maire());
    Identite autre = pki().signataire("Charles Chef");
    byte[] valeur = autre.signer(prepare.aSigner());

    assertRefus(
        ErreurSignature.CERTIFICAT_DIFFERENT,
        () -> signature.incorporer(document, prepare.prepare(), autre.chaine(), valeur));
  }

  @Test
  void un_document_echange_entre_les_deux_phases_est_refuse() throws Exception {
    BlobRef document = coffre.pdf(DocumentsPdf.lettre());
    BlobRef autre = coffre.pdf(DocumentsPdf.ancienne());
    DocumentPrepare prepare = preparer(document, pki().maire());
    byte[] valeur = pki().maire().signer(prepare.aSigner());

    assertRefus(
        ErreurSignature.PREPARATION_ALTEREE,
        () -> signature.incorporer(autre, prepare.prepare(), pki().maire().chaine(), valeur));
  }

  @Test
  void une_preparation_alteree_est_refusee() throws Exception {
    BlobRef document = coffre.pdf(DocumentsPdf.lettre());
    DocumentPrepare prepare = preparer(document, pki().maire());
    byte[] valeur = pki().maire().signer(prepare.aSigner());
    byte[] intacte = coffre.lire(prepare.prepare());
    int bornes = new String(intacte, StandardCharsets.ISO_8859_1).indexOf("/ByteRange") + 14;
    int contenu = intacte.length - 40;
    for (int position : new int[] {bornes, contenu}) {
      byte[] alteree = intacte.clone();
      alteree[position] ^= 1;
      BlobRef fausse = coffre.pdf(alteree);

      assertRefus(
          ErreurSignature.PREPARATION_ALTEREE,
          () -> signature.incorporer(document, fausse, pki().maire().chaine(), valeur));
    }
    assertRefus(
        ErreurSignature.PREPARATION_ALTEREE,
        () -> signature.incorporer(document, document, pki().maire().chaine(), valeur));
  }

  @Test
  void une_signature_ecdsa_brute_de_navigateur_est_acceptee() throws Exception {
    Identite claire = pki().courbeElliptique();
    BlobRef document = coffre.pdf(DocumentsPdf.lettre());
    DocumentPrepare prepare = preparer(document, claire);
    java.security.Signature brute =
        java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
    brute.initSign(claire.cle());
    brute.update(prepare.aSigner());
    DocumentSigne signe =
        signature.incorporer(document, prepare.prepare(), claire.chaine(), brute.sign());

    assertThat(valider(signe.document()).sansReserve()).isTrue();
  }

  @Test
  void un_fichier_qui_n_est_pas_un_pdf_ou_qui_est_abime_est_refuse() throws Exception {
    BlobRef texte = coffre.pdf("bonjour".getBytes(StandardCharsets.UTF_8));
    BlobRef coupe = coffre.pdf(Arrays.copyOf(DocumentsPdf.lettre(), 300));

    assertRefus(ErreurSignature.PAS_UN_PDF, () -> preparer(texte, pki().maire()));
    assertThatThrownBy(() -> preparer(coupe, pki().maire()))
        .isInstanceOfSatisfying(
            ErreurMetier.class,
            e ->
                assertThat(e.code())
                    .isIn(ErreurSignature.PDF_ILLISIBLE, ErreurSignature.PDF_A_REPARER));
  }

  @Test
  void un_pdf_protege_est_refuse_meme_si_la_lecture_est_libre() throws Exception {
    for (String motDePasse : List.of("secret", "")) {
      BlobRef protege = coffre.pdf(DocumentsPdf.protege(motDePasse));

      assertRefus(ErreurSignature.PDF_PROTEGE, () -> preparer(protege, pki().maire()));
    }
  }

  @Test
  void une_page_absente_ou_un_tampon_hors_page_est_refuse() throws Exception {
    BlobRef document = coffre.pdf(DocumentsPdf.lettre());

    assertRefus(
        ErreurSignature.PAGE_INEXISTANTE,
        () -> preparer(document, pki().maire(), Placement.a(3, 0, 0)));
    assertRefus(
        ErreurSignature.PAGE_INEXISTANTE,
        () -> preparer(document, pki().maire(), Placement.auto(-3)));
    assertRefus(
        ErreurSignature.PLACEMENT_HORS_PAGE,
        () -> preparer(document, pki().maire(), Placement.a(1, 500, 0)));
  }

  @Test
  void un_echec_ou_un_succes_ne_laisse_aucun_fichier_provisoire() throws Exception {
    BlobRef document = coffre.pdf(DocumentsPdf.lettre());
    signer(document, pki().maire());
    assertThatThrownBy(() -> preparer(document, pki().maire(), Placement.a(9, 0, 0)))
        .isInstanceOf(ErreurMetier.class);

    try (Stream<Path> restes = Files.list(dossier.resolve("tmp"))) {
      assertThat(restes).isEmpty();
    }
  }

  @Test
  void bouncy_castle_n_est_jamais_le_premier_fournisseur() throws Exception {
    signer(coffre.pdf(DocumentsPdf.lettre()), pki().maire());

    assertThat(Security.getProviders()[0].getName()).isEqualTo("SUN");
    assertThat(java.security.MessageDigest.getInstance("SHA-256").getProvider().getName())
        .isEqualTo("SUN");
  }

  private DocumentSigne signer(BlobRef document, Identite signataire) throws Exception {
    DocumentPrepare prepare = preparer(document, signataire);
    return signature.incorporer(
        document, prepare.prepare(), signataire.chaine(), signataire.signer(prepare.aSigner()));
  }

  private DocumentPrepare preparer(BlobRef document, Identite signataire) throws IOException {
    return preparer(document, signataire, Placement.parDefaut());
  }

  private DocumentPrepare preparer(BlobRef document, Identite signataire, Placement placement)
      throws IOException {
    Tampon tampon =
        Tampon.personne(
            placement,
            Optional.empty(),
            signataire.chaine().nomCourant(),
            "maire",
            "",
            Pki.AUJOURDHUI);
    return signature.preparer(
        new DemandeSignature(
            document,
            signataire.chaine(),
            Optional.of(tampon),
            "Maire",
            "Ville de Démo",
            Pki.AUJOURDHUI));
  }

  private RapportValidation valider(BlobRef document) throws IOException {
    try (LectureBlob lecture = coffre.ouvrir(document)) {
      return validation.valider(lecture, pki().autorite().ancres());
    }
  }

  private String pdfsig(BlobRef document) throws Exception {
    Path fichier = Files.write(dossier.resolve("juge.pdf"), coffre.lire(document));
    return lancer("pdfsig", "-nocert", fichier.toString());
  }

  private static void assertRefus(ErreurSignature code, ThrowingCallable acte) {
    assertThatThrownBy(acte)
        .isInstanceOfSatisfying(ErreurMetier.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
