package fr.paraphe.base;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Un certificat de signature d’essai et sa clé. */
record Certificats(KeyPair cle, X509Certificate certificat) {

  private static final KeyPair CLE = cle2048();

  static Certificats de(String nom) {
    return de(
        nom,
        KeyUsage.nonRepudiation,
        Instant.now().minus(Duration.ofDays(1)),
        Instant.now().plus(Duration.ofDays(300)));
  }

  static Certificats de(String nom, int usage, Instant debut, Instant fin) {
    try {
      X500Name sujet = new X500Name("CN=" + nom + ",O=Ville de Demo,C=FR");
      var fabrique =
          new JcaX509v3CertificateBuilder(
              new X500Name("CN=Autorité d’essai"),
              BigInteger.valueOf(System.nanoTime()),
              Date.from(debut),
              Date.from(fin),
              sujet,
              CLE.getPublic());
      fabrique.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      var signataire = new JcaContentSignerBuilder("SHA256withRSA").build(CLE.getPrivate());
      return new Certificats(
          CLE, new JcaX509CertificateConverter().getCertificate(fabrique.build(signataire)));
    } catch (OperatorCreationException | GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  List<byte[]> chaine() {
    try {
      return List.of(certificat.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] signer(byte[] octets) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(cle.getPrivate());
      signature.update(octets);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair cle2048() {
    try {
      KeyPairGenerator generateur = KeyPairGenerator.getInstance("RSA");
      generateur.initialize(2048);
      return generateur.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
