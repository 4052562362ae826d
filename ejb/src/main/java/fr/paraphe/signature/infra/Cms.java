package fr.paraphe.signature.infra;

import fr.paraphe.signature.Chaine;
import fr.paraphe.signature.ErreurSignature;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.Empreinte;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Le CMS d’une signature PAdES (EN 319 142-1) : SHA-256, attribut signing-certificate-v2, pas
 * d’attribut signing-time (l’heure déclarée est dans le PDF).
 */
final class Cms {

  private static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

  private Cms() {}

  /** Les attributs à signer (SET OF, DER) pour un document de cette empreinte. */
  static byte[] attributs(Empreinte document, Chaine chaine) throws IOException {
    ASN1EncodableVector attributs = new ASN1EncodableVector();
    attributs.add(attribut(CMSAttributes.contentType, CMSObjectIdentifiers.data));
    attributs.add(attribut(CMSAttributes.messageDigest, new DEROctetString(document.octets())));
    attributs.add(attribut(PKCSObjectIdentifiers.id_aa_signingCertificateV2, reference(chaine)));
    return new DERSet(attributs).getEncoded(ASN1Encoding.DER);
  }

  private static Attribute attribut(
      org.bouncycastle.asn1.ASN1ObjectIdentifier type, ASN1Encodable valeur) {
    return new Attribute(type, new DERSet(valeur));
  }

  /** SHA-256 est la valeur par défaut d’ESSCertIDv2 : l’algorithme n’y est pas répété. */
  private static SigningCertificateV2 reference(Chaine chaine) {
    Certificate signataire = certificat(chaine, 0);
    IssuerSerial emetteur =
        new IssuerSerial(
            new GeneralNames(new GeneralName(signataire.getIssuer())),
            signataire.getSerialNumber());
    return new SigningCertificateV2(
        new ESSCertIDv2[] {new ESSCertIDv2(null, chaine.empreinte().octets(), emetteur)});
  }

  private static Certificate certificat(Chaine chaine, int rang) {
    return Certificate.getInstance(chaine.ders().get(rang));
  }

  /**
   * Place à garder dans le PDF : la chaîne réelle, la plus longue valeur que la clé puisse rendre,
   * la structure.
   */
  static int reserve(Chaine chaine) {
    int certificats = chaine.ders().stream().mapToInt(der -> der.length).sum();
    return certificats + tailleValeur(chaine.signataire().getPublicKey()) + 1024;
  }

  private static int tailleValeur(PublicKey cle) {
    if (cle instanceof java.security.interfaces.RSAPublicKey rsa) {
      return (rsa.getModulus().bitLength() + 7) / 8;
    }
    return 2 * 66 + 16;
  }

  /**
   * Vérifie la valeur reçue sur nos attributs, avec la clé publique (initVerify sur le certificat
   * refuse les certificats « non-répudiation seule », qui sont la règle ici), et la rend telle que
   * le CMS l’attend : une signature ECDSA brute (r puis s) devient DER.
   */
  static byte[] verifier(byte[] attributs, Chaine chaine, byte[] valeur) {
    PublicKey cle = chaine.signataire().getPublicKey();
    try {
      byte[] normale = cle instanceof ECPublicKey ec ? enDer(ec, valeur) : valeur;
      Signature controle = Signature.getInstance(algorithme(cle));
      controle.initVerify(cle);
      controle.update(attributs);
      if (controle.verify(normale)) {
        return normale;
      }
    } catch (GeneralSecurityException | IOException malFormee) {
      throw fausse(malFormee);
    }
    throw fausse(null);
  }

  private static ErreurMetier fausse(Throwable cause) {
    return new ErreurMetier(
        ErreurSignature.SIGNATURE_FAUSSE,
        "La signature reçue ne correspond pas à ce document ou à ce certificat. Rien n’a été signé\u00a0: recommencez.",
        cause);
  }

  static String algorithme(PublicKey cle) {
    return cle instanceof ECPublicKey ? "SHA256withECDSA" : "SHA256withRSA";
  }

  private static byte[] enDer(ECPublicKey cle, byte[] valeur) throws IOException {
    int moitie = (cle.getParams().getOrder().bitLength() + 7) / 8;
    if (valeur.length != 2 * moitie) {
      return valeur;
    }
    ASN1EncodableVector rs = new ASN1EncodableVector();
    rs.add(new ASN1Integer(new BigInteger(1, Arrays.copyOf(valeur, moitie))));
    rs.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(valeur, moitie, valeur.length))));
    return new DERSequence(rs).getEncoded(ASN1Encoding.DER);
  }

  /** Le CMS complet : un signataire, sa chaîne, pas de contenu. */
  static byte[] assembler(byte[] attributs, Chaine chaine, byte[] valeur) throws IOException {
    Certificate signataire = certificat(chaine, 0);
    SignerInfo info =
        new SignerInfo(
            new SignerIdentifier(
                new IssuerAndSerialNumber(
                    signataire.getIssuer(), signataire.getSerialNumber().getValue())),
            SHA256,
            ASN1Set.getInstance(attributs),
            algorithmeCms(chaine.signataire().getPublicKey()),
            new DEROctetString(valeur),
            (ASN1Set) null);
    ASN1EncodableVector certificats = new ASN1EncodableVector();
    for (int i = 0; i < chaine.certificats().size(); i++) {
      certificats.add(certificat(chaine, i));
    }
    SignedData donnees =
        new SignedData(
            new DERSet(SHA256),
            new ContentInfo(CMSObjectIdentifiers.data, null),
            new DERSet(certificats),
            null,
            new DERSet(info));
    return new ContentInfo(CMSObjectIdentifiers.signedData, donnees).getEncoded(ASN1Encoding.DER);
  }

  private static AlgorithmIdentifier algorithmeCms(PublicKey cle) {
    return cle instanceof ECPublicKey
        ? new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256)
        : new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
  }
}
