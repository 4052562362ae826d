package fr.paraphe.signature.infra;

import fr.paraphe.signature.AutoriteEssai.Cle;
import fr.paraphe.signature.AutoriteEssai.Demande;
import fr.paraphe.signature.AutoriteEssai.Usage;
import fr.paraphe.signature.Chaine;
import fr.paraphe.signature.Identite;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Fabrique les certificats X.509 d’essai. */
public final class FabriqueCertificats {

  private static final SecureRandom HASARD = new SecureRandom();

  private FabriqueCertificats() {}

  public static Identite autorite(String nom, Instant du, Instant au)
      throws GeneralSecurityException {
    KeyPair paire = paire(Cle.RSA_2048);
    try {
      X500Name sujet = new X500Name(nom);
      X509v3CertificateBuilder modele = modele(sujet, sujet, paire.getPublic(), du, au);
      modele.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      modele.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      identifiants(modele, paire.getPublic(), paire.getPublic());
      return new Identite(
          paire.getPrivate(),
          new Chaine(List.of(signer(modele, paire.getPrivate(), "SHA256withRSA"))));
    } catch (CertIOException | OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  public static Identite delivrer(Identite autorite, Demande demande)
      throws GeneralSecurityException {
    KeyPair paire = paire(demande.cle());
    X509Certificate emetteur = autorite.chaine().signataire();
    try {
      X509v3CertificateBuilder modele =
          modele(
              X500Name.getInstance(emetteur.getSubjectX500Principal().getEncoded()),
              new X500Name(demande.nom()),
              paire.getPublic(),
              demande.du(),
              demande.au());
      usage(modele, demande.usage());
      identifiants(modele, paire.getPublic(), emetteur.getPublicKey());
      X509Certificate certificat =
          signer(modele, autorite.cle(), demande.sha1() ? "SHA1withRSA" : "SHA256withRSA");
      return new Identite(paire.getPrivate(), new Chaine(List.of(certificat, emetteur)));
    } catch (CertIOException | OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /** Un certificat que personne d’autre ne garantit. */
  public static Identite autoSigne(Demande demande) throws GeneralSecurityException {
    KeyPair paire = paire(demande.cle());
    X500Name nom = new X500Name(demande.nom());
    X509v3CertificateBuilder modele =
        modele(nom, nom, paire.getPublic(), demande.du(), demande.au());
    try {
      usage(modele, demande.usage());
      return new Identite(
          paire.getPrivate(),
          new Chaine(List.of(signer(modele, paire.getPrivate(), "SHA256withRSA"))));
    } catch (CertIOException | OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static void usage(X509v3CertificateBuilder modele, Usage usage) throws CertIOException {
    int bits =
        switch (usage) {
          case SIGNATURE -> KeyUsage.nonRepudiation;
          case CACHET -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
          case AUTHENTIFICATION -> KeyUsage.digitalSignature;
          case CHIFFREMENT -> KeyUsage.keyEncipherment;
        };
    modele.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    modele.addExtension(Extension.keyUsage, true, new KeyUsage(bits));
    if (usage == Usage.AUTHENTIFICATION) {
      modele.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
    }
  }

  private static void identifiants(
      X509v3CertificateBuilder modele, PublicKey sujet, PublicKey emetteur)
      throws GeneralSecurityException, CertIOException {
    JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
    modele.addExtension(
        Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(sujet));
    modele.addExtension(
        Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(emetteur));
  }

  private static X509v3CertificateBuilder modele(
      X500Name emetteur, X500Name sujet, PublicKey cle, Instant du, Instant au) {
    return new JcaX509v3CertificateBuilder(
        emetteur, new BigInteger(120, HASARD), Date.from(du), Date.from(au), sujet, cle);
  }

  private static X509Certificate signer(
      X509v3CertificateBuilder modele, PrivateKey cle, String algorithme)
      throws OperatorCreationException, GeneralSecurityException {
    return new JcaX509CertificateConverter()
        .getCertificate(modele.build(new JcaContentSignerBuilder(algorithme).build(cle)));
  }

  private static KeyPair paire(Cle cle) throws GeneralSecurityException {
    if (cle == Cle.EC_P256) {
      KeyPairGenerator courbe = KeyPairGenerator.getInstance("EC");
      courbe.initialize(new ECGenParameterSpec("secp256r1"));
      return courbe.generateKeyPair();
    }
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(Integer.parseInt(cle.name().substring("RSA_".length())));
    return rsa.generateKeyPair();
  }
}
