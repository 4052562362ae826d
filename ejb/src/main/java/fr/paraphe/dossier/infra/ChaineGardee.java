package fr.paraphe.dossier.infra;

import fr.paraphe.signature.Chaine;
import java.io.ByteArrayInputStream;
import java.security.cert.CertPath;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Une chaîne de certificats en une colonne : PkiPath (ITU-T X.509, §7.7). */
final class ChaineGardee {

  private static final String FORME = "PkiPath";

  private ChaineGardee() {}

  static byte[] coder(Chaine chaine) {
    try {
      return fabrique().generateCertPath(chaine.certificats()).getEncoded(FORME);
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  static Chaine decoder(byte[] octets) {
    try {
      CertPath chemin = fabrique().generateCertPath(new ByteArrayInputStream(octets), FORME);
      List<? extends Certificate> certificats = chemin.getCertificates();
      return new Chaine(certificats.stream().map(X509Certificate.class::cast).toList());
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CertificateFactory fabrique() throws CertificateException {
    return CertificateFactory.getInstance("X.509");
  }
}
