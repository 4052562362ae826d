package fr.paraphe.signature;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;

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
