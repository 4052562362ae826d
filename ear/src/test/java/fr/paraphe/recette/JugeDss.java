package fr.paraphe.recette;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.CertificateConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * L’avis d’EU DSS, sans rien de nous : sa politique usuelle, moins la révocation (l’autorité
 * d’essai n’en publie pas), avec pour seules ancres les autorités de l’installation.
 */
public final class JugeDss {

  private JugeDss() {}

  /** L’indication de la dernière signature du document. */
  public static Indication juger(Path pdf, Path autorites) throws Exception {
    CommonTrustedCertificateSource confiance = new CommonTrustedCertificateSource();
    lire(autorites).forEach(a -> confiance.addCertificate(new CertificateToken(a)));
    CommonCertificateVerifier verificateur = new CommonCertificateVerifier();
    verificateur.setTrustedCertSources(confiance);
    SignedDocumentValidator validateur =
        SignedDocumentValidator.fromDocument(new FileDocument(pdf.toFile()));
    validateur.setCertificateVerifier(verificateur);
    SimpleReport rapport = validateur.validateDocument(politique()).getSimpleReport();
    List<String> signatures = rapport.getSignatureIdList();
    return rapport.getIndication(signatures.get(signatures.size() - 1));
  }

  private static EtsiValidationPolicy politique() throws Exception {
    try (InputStream modele =
        ValidationPolicyFacade.class.getResourceAsStream("/policy/constraint.xml")) {
      ConstraintsParameters regles = ValidationPolicyFacade.newFacade().unmarshall(modele);
      CertificateConstraints signataire =
          regles.getSignatureConstraints().getBasicSignatureConstraints().getSigningCertificate();
      for (LevelConstraint regle :
          List.of(
              signataire.getRevocationDataAvailable(),
              signataire.getAcceptableRevocationDataFound())) {
        regle.setLevel(Level.IGNORE);
      }
      return new EtsiValidationPolicy(regles);
    }
  }

  private static List<X509Certificate> lire(Path dossier) throws Exception {
    CertificateFactory fabrique = CertificateFactory.getInstance("X.509");
    List<X509Certificate> autorites = new ArrayList<>();
    try (Stream<Path> contenu = Files.list(dossier)) {
      for (Path fichier :
          contenu.filter(f -> f.toString().matches(".*\\.(crt|cer|pem|der)")).toList()) {
        try (InputStream flux = Files.newInputStream(fichier)) {
          autorites.add((X509Certificate) fabrique.generateCertificate(flux));
        }
      }
    }
    return autorites;
  }
}
