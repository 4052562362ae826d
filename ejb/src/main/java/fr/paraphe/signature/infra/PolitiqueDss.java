package fr.paraphe.signature.infra;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.CertificateConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;

/**
 * La politique de validation : celle de DSS (EN 319 102-1), plus sévère sur les modifications d’un
 * PDF après signature — contenu remplacé par une mise à jour, ajout interdit par la certification
 * —, et sans exiger de révocation, qui ne se consulte pas hors ligne : l’avis le dit à part.
 */
final class PolitiqueDss {

  private static final String MODELE = "/policy/constraint.xml";

  private PolitiqueDss() {}

  static ValidationPolicy charger() {
    try (InputStream modele = ValidationPolicyFacade.class.getResourceAsStream(MODELE)) {
      ConstraintsParameters regles = ValidationPolicyFacade.newFacade().unmarshall(modele);
      BasicSignatureConstraints signature =
          regles.getSignatureConstraints().getBasicSignatureConstraints();
      regler(
          Level.FAIL,
          signature.getPdfVisualDifference(),
          signature.getUndefinedChanges(),
          signature.getDocMDP(),
          signature.getByteRangeCollision());
      for (CertificateConstraints certificat :
          List.of(signature.getSigningCertificate(), signature.getCACertificate())) {
        regler(
            Level.INFORM,
            certificat.getRevocationDataAvailable(),
            certificat.getAcceptableRevocationDataFound(),
            certificat.getRevocationInfoAccessPresent(),
            certificat.getAuthorityInfoAccessPresent());
      }
      return new EtsiValidationPolicy(regles);
    } catch (JAXBException | XMLStreamException | IOException | SAXException e) {
      throw new IllegalStateException("politique de validation illisible", e);
    }
  }

  private static void regler(Level niveau, LevelConstraint... regles) {
    Stream.of(regles).filter(java.util.Objects::nonNull).forEach(regle -> regle.setLevel(niveau));
  }
}
