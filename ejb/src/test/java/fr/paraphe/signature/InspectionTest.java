package fr.paraphe.signature;

import static fr.paraphe.signature.pki.Pki.pki;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.signatures.AccessPermissions;
import com.itextpdf.signatures.BouncyCastleDigest;
import com.itextpdf.signatures.PdfSigner;
import com.itextpdf.signatures.PrivateKeySignature;
import com.itextpdf.signatures.SignerProperties;
import fr.paraphe.signature.ConstatPdf.Alerte;
import fr.paraphe.signature.RapportValidation.Indication;
import fr.paraphe.signature.infra.MoteurDss;
import fr.paraphe.signature.infra.Pades;
import fr.paraphe.signature.pki.Pki;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.CoffreMemoire;
import fr.paraphe.stockage.LectureBlob;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

  @TempDir Path dossier;
  private final CoffreMemoire coffre = new CoffreMemoire();
  private final Inspection inspection = new Inspection();
  private final SignatureDocuments signature = new SignatureDocuments(new Pades(coffre));

  @BeforeEach
  void installer() {
    System.setProperty("paraphe.tmp", dossier.toString());
  }

  @Test
  void un_pdf_ordinaire_dit_ses_pages_et_se_signe() throws Exception {
    ConstatPdf constat = examiner(DocumentsPdf.lettre(3, p -> {}));

    assertThat(constat.pages()).isEqualTo(3);
    assertThat(constat.signatures()).isZero();
    assertThat(constat.signable()).isTrue();
    assertThat(constat.alertes()).isEmpty();
  }

  @Test
  void les_signatures_deja_la_se_comptent() throws Exception {
    byte[] signe = coffre.lire(signer(coffre.pdf(DocumentsPdf.lettre()), "Paul Maire"));

    assertThat(examiner(signe).signatures()).isEqualTo(1);
    assertThat(examiner(signe).signable()).isTrue();
  }

  @Test
  void ce_qui_n_est_pas_un_pdf_est_refuse() {
    for (String contenu : new String[] {"bonjour", "<html></html>", "PK\u0003\u0004"}) {
      assertRefus(
          ErreurSignature.PAS_UN_PDF, () -> examiner(contenu.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void un_pdf_protege_est_refuse() {
    assertRefus(ErreurSignature.PDF_PROTEGE, () -> examiner(DocumentsPdf.protege("secret")));
    assertRefus(ErreurSignature.PDF_PROTEGE, () -> examiner(DocumentsPdf.protege("")));
  }

  @Test
  void un_en_tete_suivi_de_n_importe_quoi_est_illisible() {
    byte[] hasard = new byte[5000];
    new Random(1).nextBytes(hasard);
    System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, hasard, 0, 9);

    assertRefus(ErreurSignature.PDF_ILLISIBLE, () -> examiner(hasard));
    assertRefus(
        ErreurSignature.PDF_ILLISIBLE,
        () -> examiner("%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void deux_mille_pdf_abimes_au_hasard_sont_lus_ou_refuses_mais_ne_cassent_rien() throws Exception {
    byte[] sain = DocumentsPdf.ancienne();
    byte[] compresse = DocumentsPdf.lettre();
    Random hasard = new Random(20261124);
    for (int i = 0; i < 2000; i++) {
      byte[] abime = (i % 2 == 0 ? sain : compresse).clone();
      for (int n = 1 + hasard.nextInt(20); n > 0; n--) {
        abime[9 + hasard.nextInt(abime.length - 9)] = (byte) hasard.nextInt(256);
      }
      try {
        examiner(abime);
      } catch (ErreurMetier refus) {
        assertThat(refus.code()).isIn(ErreurSignature.PDF_ILLISIBLE, ErreurSignature.PDF_PROTEGE);
      }
    }
  }

  @Test
  void un_pdf_certifie_sans_ajout_permis_se_lit_mais_ne_se_signe_pas() throws Exception {
    byte[] fige = certifier(DocumentsPdf.lettre(), AccessPermissions.NO_CHANGES_PERMITTED);

    assertThat(examiner(fige).signable()).isFalse();
    assertRefus(ErreurSignature.PDF_VERROUILLE, () -> inspection.exigerSignable(ouvrir(fige)));
    assertRefus(ErreurSignature.PDF_VERROUILLE, () -> signer(coffre.pdf(fige), "Paul Maire"));
  }

  @Test
  void un_pdf_certifie_qui_permet_de_signer_se_signe_et_reste_valide() throws Exception {
    byte[] certifie = certifier(DocumentsPdf.lettre(), AccessPermissions.FORM_FIELDS_MODIFICATION);
    BlobRef signe = signer(coffre.pdf(certifie), "Charles Chef");

    assertThat(valider(signe).signatures())
        .hasSize(2)
        .allSatisfy(avis -> assertThat(avis.indication()).isEqualTo(Indication.VALIDE));
  }

  @Test
  void un_pdf_dont_la_table_est_reparee_se_lit_mais_ne_se_signe_pas() throws Exception {
    byte[] decale = decaler(DocumentsPdf.ancienne());

    assertThat(examiner(decale).signable()).isFalse();
    assertRefus(ErreurSignature.PDF_A_REPARER, () -> signer(coffre.pdf(decale), "Paul Maire"));
  }

  @Test
  void des_octets_avant_l_en_tete_se_lisent_mais_ne_se_signent_pas() throws Exception {
    byte[] pdf = DocumentsPdf.lettre();
    byte[] precede = new byte[pdf.length + 3];
    System.arraycopy("\n\n\n".getBytes(StandardCharsets.US_ASCII), 0, precede, 0, 3);
    System.arraycopy(pdf, 0, precede, 3, pdf.length);

    assertThatCode(() -> examiner(precede)).doesNotThrowAnyException();
    assertRefus(ErreurSignature.PDF_A_REPARER, () -> signer(coffre.pdf(precede), "Paul Maire"));
  }

  @Test
  void un_script_au_chargement_est_signale() throws Exception {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(DocumentsPdf.lettre())) {
      document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
      document.save(sortie);
    }

    assertThat(examiner(sortie.toByteArray()).alertes()).contains(Alerte.CONTENU_ACTIF);
  }

  @Test
  void un_contenu_remplace_apres_signature_ne_passe_pas_pour_valide() throws Exception {
    byte[] signe = coffre.lire(signer(coffre.pdf(DocumentsPdf.lettre()), "Paul Maire"));
    ByteArrayOutputStream attaque = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(signe)) {
      try (PDPageContentStream flux =
          new PDPageContentStream(
              document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
        flux.addRect(50, 650, 400, 100);
        flux.fill();
      }
      document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
      document.getPage(0).getResources().getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(attaque);
    }
    byte[] altere = attaque.toByteArray();

    assertThat(Arrays.copyOf(altere, signe.length)).isEqualTo(signe);
    RapportValidation rapport = valider(coffre.pdf(altere));
    assertThat(rapport.indication()).isNotEqualTo(Indication.VALIDE);
    assertThat(rapport.signatures().get(0).couvreToutLeDocument()).isFalse();
  }

  @Test
  void un_document_sans_signature_ou_illisible_n_est_pas_valide() throws Exception {
    assertThat(valider(coffre.pdf(DocumentsPdf.lettre())).indication())
        .isEqualTo(Indication.INVALIDE);
    assertThat(valider(coffre.pdf("bonjour".getBytes())).indication())
        .isEqualTo(Indication.INVALIDE);
  }

  @Test
  void un_gros_document_se_juge_aussi_et_ne_laisse_rien_en_clair() throws Exception {
    byte[] gros = DocumentsPdf.gros(20_000_000);
    BlobRef signe = signer(coffre.pdf(gros), "Paul Maire");

    assertThat(valider(signe).sansReserve()).isTrue();
    assertThat(dossier.toFile().list()).isEmpty();
  }

  @Test
  void sans_ancre_une_signature_juste_reste_indeterminee() throws Exception {
    BlobRef signe = signer(coffre.pdf(DocumentsPdf.lettre()), "Paul Maire");
    try (LectureBlob lecture = coffre.ouvrir(signe)) {
      RapportValidation rapport =
          new Validation(new MoteurDss()).valider(lecture, java.util.List.of());

      assertThat(rapport.indication()).isEqualTo(Indication.INDETERMINEE);
      assertThat(rapport.signatures().get(0).sousIndication())
          .isEqualTo("NO_CERTIFICATE_CHAIN_FOUND");
    }
  }

  @Test
  void l_echauffement_signe_sans_rien_laisser() throws Exception {
    SignatureDocuments.chauffer(Pki.AUJOURDHUI);

    assertThat(dossier.toFile().list()).isEmpty();
  }

  private RapportValidation valider(BlobRef document) throws IOException {
    try (LectureBlob lecture = coffre.ouvrir(document)) {
      return new Validation(new MoteurDss()).valider(lecture, pki().autorite().ancres());
    }
  }

  private ConstatPdf examiner(byte[] contenu) throws IOException {
    try (LectureBlob lecture = ouvrir(contenu)) {
      return inspection.examiner(lecture);
    }
  }

  private LectureBlob ouvrir(byte[] contenu) throws IOException {
    return coffre.ouvrir(coffre.pdf(contenu));
  }

  private BlobRef signer(BlobRef document, String nom) throws Exception {
    Identite identite = pki().signataire(nom);
    DocumentPrepare prepare =
        signature.preparer(
            new DemandeSignature(
                document, identite.chaine(), Optional.empty(), "", "", Pki.AUJOURDHUI));
    return signature
        .incorporer(
            document, prepare.prepare(), identite.chaine(), identite.signer(prepare.aSigner()))
        .document();
  }

  /** Une signature de certification, faite par le signeur ordinaire d’iText. */
  private static byte[] certifier(byte[] document, AccessPermissions niveau) throws Exception {
    Identite maire = pki().maire();
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    PdfSigner signeur =
        new PdfSigner(
            new PdfReader(new ByteArrayInputStream(document)),
            sortie,
            new StampingProperties().useAppendMode());
    signeur.setSignerProperties(
        new SignerProperties().setFieldName("Certification").setCertificationLevel(niveau));
    Certificate[] chaine = maire.chaine().certificats().toArray(Certificate[]::new);
    signeur.signDetached(
        new BouncyCastleDigest(),
        new PrivateKeySignature(maire.cle(), "SHA-256", null),
        chaine,
        null,
        null,
        null,
        0,
        PdfSigner.CryptoStandard.CADES);
    return sortie.toByteArray();
  }

  /** Décale la table des références : le fichier se répare à la lecture. */
  private static byte[] decaler(byte[] pdf) {
    String texte = new String(pdf, StandardCharsets.ISO_8859_1);
    return texte
        .replaceFirst("startxref\\s+\\d+", "startxref\n7")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void assertRefus(ErreurSignature code, ThrowingCallable acte) {
    assertThatThrownBy(acte)
        .isInstanceOfSatisfying(ErreurMetier.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
