package fr.paraphe.signature;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.Empreinte;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Un certificat de signataire et ceux qui l’ont délivré, dans l’ordre : {@code certificats[i + 1]}
 * a signé {@code certificats[i]}.
 */
public record Chaine(List<X509Certificate> certificats) {

  private static final int LONGUEUR_MAX = 10;

  public Chaine {
    certificats = ordonner(certificats);
  }

  /**
   * Lit une chaîne DER telle qu’un navigateur ou un fichier PKCS#12 la donne : le signataire en
   * premier, le reste dans n’importe quel ordre, les certificats étrangers à la chaîne ignorés.
   */
  public static Chaine lire(List<byte[]> ders) {
    try {
      CertificateFactory fabrique = CertificateFactory.getInstance("X.509");
      List<X509Certificate> lus = new ArrayList<>();
      for (byte[] der : ders) {
        lus.add((X509Certificate) fabrique.generateCertificate(new ByteArrayInputStream(der)));
      }
      return new Chaine(lus);
    } catch (CertificateException e) {
      throw illisible(e);
    }
  }

  private static ErreurMetier illisible(Exception cause) {
    return new ErreurMetier(
        ErreurSignature.CERTIFICAT_ILLISIBLE,
        "Ce certificat ne peut pas être lu. Choisissez un autre certificat.",
        cause);
  }

  private static List<X509Certificate> ordonner(List<X509Certificate> recus) {
    if (recus.isEmpty() || recus.size() > LONGUEUR_MAX) {
      throw illisible(null);
    }
    List<X509Certificate> chaine = new ArrayList<>(List.of(recus.get(0)));
    Optional<X509Certificate> suivant = emetteur(recus.get(0), recus);
    while (suivant.isPresent() && !chaine.contains(suivant.get())) {
      chaine.add(suivant.get());
      suivant = emetteur(suivant.get(), recus);
    }
    return List.copyOf(chaine);
  }

  private static Optional<X509Certificate> emetteur(
      X509Certificate certificat, List<X509Certificate> candidats) {
    return candidats.stream().filter(candidat -> aSigne(candidat, certificat)).findFirst();
  }

  private static boolean aSigne(X509Certificate emetteur, X509Certificate certificat) {
    if (!emetteur.getSubjectX500Principal().equals(certificat.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificat.verify(emetteur.getPublicKey());
      return true;
    } catch (GeneralSecurityException autre) {
      return false;
    }
  }

  public X509Certificate signataire() {
    return certificats.get(0);
  }

  /** SHA-256 du certificat du signataire (DER). */
  public Empreinte empreinte() {
    return Empreinte.de(der(signataire()));
  }

  public List<byte[]> ders() {
    return certificats.stream().map(Chaine::der).toList();
  }

  /** Nom du signataire, forme RFC 2253. */
  public String sujet() {
    return signataire().getSubjectX500Principal().getName();
  }

  /** Nom de l’autorité, forme RFC 2253. */
  public String emetteur() {
    return signataire().getIssuerX500Principal().getName();
  }

  /** Nom courant (CN) du signataire, ou son nom entier s’il n’en a pas. */
  public String nomCourant() {
    return NomDistinctif.nomCourant(signataire().getSubjectX500Principal());
  }

  public Instant valideDu() {
    return signataire().getNotBefore().toInstant();
  }

  public Instant valideAu() {
    return signataire().getNotAfter().toInstant();
  }

  private static byte[] der(X509Certificate certificat) {
    try {
      return certificat.getEncoded();
    } catch (CertificateEncodingException e) {
      throw illisible(e);
    }
  }
}
