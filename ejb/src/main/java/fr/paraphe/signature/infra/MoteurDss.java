package fr.paraphe.signature.infra;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureScopeType;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.CommonDocument;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.reports.Reports;
import fr.paraphe.signature.RapportValidation;
import fr.paraphe.signature.RapportValidation.Avis;
import fr.paraphe.stockage.BlobIllisible;
import fr.paraphe.stockage.LectureBlob;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** EU DSS, sans réseau : ni liste de confiance, ni CRL, ni OCSP en ligne. */
@Dependent
public class MoteurDss {

  /**
   * Au-delà, le document est relu depuis un fichier privé et provisoire plutôt que gardé en
   * mémoire.
   */
  private static final long GROS = 16_000_000;

  public RapportValidation valider(LectureBlob document, List<X509Certificate> ancres)
      throws IOException {
    if (document.taille() <= GROS) {
      return valider(new DocumentBlob(document), ancres);
    }
    try (Atelier atelier = new Atelier()) {
      Path fichier = atelier.dossier().resolve("document.pdf");
      Files.copy(new FluxPartage(document), fichier);
      return valider(new FileDocument(fichier.toFile()), ancres);
    }
  }

  private static RapportValidation valider(DSSDocument document, List<X509Certificate> ancres)
      throws BlobIllisible {
    CommonCertificateVerifier verificateur = new CommonCertificateVerifier();
    CommonTrustedCertificateSource reconnues = new CommonTrustedCertificateSource();
    ancres.forEach(ancre -> reconnues.addCertificate(new CertificateToken(ancre)));
    verificateur.setTrustedCertSources(reconnues);
    verificateur.setAIASource(null);
    PdfBoxDefaultObjectFactory lecture = new PdfBoxDefaultObjectFactory();
    lecture.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.memoryBuffered());
    try {
      PDFDocumentValidator validateur = new PDFDocumentValidator(document);
      validateur.setCertificateVerifier(verificateur);
      validateur.setPdfObjFactory(lecture);
      return rapport(validateur.validateDocument(PolitiqueDss.charger()));
    } catch (RuntimeException illisible) {
      exigerBlobSain(illisible);
      return new RapportValidation(List.of());
    }
  }

  /** Un blob abîmé est un incident, pas un document invalide. */
  private static void exigerBlobSain(Throwable echec) throws BlobIllisible {
    for (Throwable cause = echec; cause != null; cause = cause.getCause()) {
      if (cause instanceof BlobIllisible incident) {
        throw incident;
      }
    }
  }

  private static RapportValidation rapport(Reports rapports) {
    SimpleReport simple = rapports.getSimpleReport();
    DiagnosticData constats = rapports.getDiagnosticData();
    return new RapportValidation(
        simple.getSignatureIdList().stream()
            .map(id -> avis(id, simple, constats.getSignatureById(id)))
            .toList());
  }

  private static Avis avis(String id, SimpleReport simple, SignatureWrapper signature) {
    return new Avis(
        Optional.ofNullable(simple.getSignedBy(id)).orElse(""),
        Optional.ofNullable(signature.getClaimedSigningTime()).map(Date::toInstant).orElse(null),
        String.valueOf(simple.getSignatureFormat(id)),
        indication(simple.getIndication(id)),
        Optional.ofNullable(simple.getSubIndication(id)).map(Enum::name).orElse(""),
        avertissements(id, simple),
        couvreTout(signature),
        revocationConnue(signature));
  }

  private static boolean revocationConnue(SignatureWrapper signature) {
    return signature.getSigningCertificate() != null
        && signature.getSigningCertificate().isRevocationDataAvailable();
  }

  private static RapportValidation.Indication indication(Indication dss) {
    if (dss == Indication.TOTAL_PASSED) {
      return RapportValidation.Indication.VALIDE;
    }
    return dss == Indication.TOTAL_FAILED
        ? RapportValidation.Indication.INVALIDE
        : RapportValidation.Indication.INDETERMINEE;
  }

  private static List<String> avertissements(String id, SimpleReport simple) {
    return Stream.of(simple.getAdESValidationErrors(id), simple.getAdESValidationWarnings(id))
        .flatMap(List::stream)
        .map(Message::getValue)
        .distinct()
        .toList();
  }

  private static boolean couvreTout(SignatureWrapper signature) {
    return signature.getSignatureScopes().stream()
        .anyMatch(portee -> portee.getScope() == SignatureScopeType.FULL);
  }

  /** Un blob chiffré, lu par DSS à chaque fois qu’il en a besoin. */
  private static final class DocumentBlob extends CommonDocument {

    private static final long serialVersionUID = 1L;

    private final transient LectureBlob lecture;

    private DocumentBlob(LectureBlob lecture) {
      this.lecture = lecture;
      setName("document.pdf");
    }

    @Override
    public InputStream openStream() {
      return new FluxPartage(lecture);
    }
  }
}
