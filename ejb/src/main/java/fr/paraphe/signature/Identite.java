package fr.paraphe.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Une clé privée et sa chaîne, quand elles sont de ce côté : cachet, certificats d’essai. */
public record Identite(PrivateKey cle, Chaine chaine) {

  /** Signe ces octets (SHA-256 avec RSA PKCS#1 v1.5, ou ECDSA en DER). */
  public byte[] signer(byte[] octets) throws GeneralSecurityException {
    Signature calcul =
        Signature.getInstance(cle instanceof ECKey ? "SHA256withECDSA" : "SHA256withRSA");
    calcul.initSign(cle);
    calcul.update(octets);
    return calcul.sign();
  }

  /** Lit la première clé privée d’un fichier PKCS#12. */
  public static Identite lireP12(InputStream p12, char[] motDePasse)
      throws GeneralSecurityException, IOException {
    KeyStore magasin = KeyStore.getInstance("PKCS12");
    magasin.load(p12, motDePasse);
    for (String alias : Collections.list(magasin.aliases())) {
      if (magasin.getKey(alias, motDePasse) instanceof PrivateKey cle) {
        List<X509Certificate> certificats =
            Stream.of(magasin.getCertificateChain(alias)).map(X509Certificate.class::cast).toList();
        return new Identite(cle, new Chaine(certificats));
      }
    }
    throw new GeneralSecurityException("ce fichier PKCS#12 ne contient pas de clé privée");
  }

  /** Écrit un fichier PKCS#12 (PBES2, AES-256, HMAC-SHA-256) sous l’alias {@code signature}. */
  public void ecrireP12(OutputStream sortie, char[] motDePasse)
      throws GeneralSecurityException, IOException {
    KeyStore magasin = KeyStore.getInstance("PKCS12");
    magasin.load(null, null);
    magasin.setKeyEntry(
        "signature", cle, motDePasse, chaine.certificats().toArray(X509Certificate[]::new));
    magasin.store(sortie, motDePasse);
  }

  @Override
  public String toString() {
    return "identité de " + chaine.nomCourant();
  }
}
