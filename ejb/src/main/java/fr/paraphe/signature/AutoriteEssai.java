package fr.paraphe.signature;

import fr.paraphe.signature.infra.FabriqueCertificats;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Une autorité d’essai, propre à une installation : délivre les certificats de démonstration, le
 * cachet « TEST » et ceux des tests. Rien de ce qu’elle signe n’a de valeur juridique.
 */
public final class AutoriteEssai {

  /** À quoi sert le certificat délivré (extensions keyUsage et extendedKeyUsage). */
  public enum Usage {
    /** Non-répudiation seule, comme les certificats RGS de signature. */
    SIGNATURE,
    CACHET,
    AUTHENTIFICATION,
    CHIFFREMENT
  }

  /** La clé d’un certificat délivré. */
  public enum Cle {
    RSA_1024,
    RSA_2048,
    RSA_3072,
    RSA_4096,
    EC_P256
  }

  /**
   * Ce qu’on demande à l’autorité.
   *
   * @param nom nom distinctif, « CN=Paul Maire, O=Ville de Démo, C=FR »
   */
  public record Demande(String nom, Usage usage, Cle cle, Instant du, Instant au, boolean sha1) {

    /** Une clé RSA-2048 de signature, valable deux ans. */
    public static Demande signature(String nom, Instant du) {
      return new Demande(
          nom, Usage.SIGNATURE, Cle.RSA_2048, du, du.plus(Duration.ofDays(730)), false);
    }

    public Demande pour(Usage autre) {
      return new Demande(nom, autre, cle, du, au, sha1);
    }

    public Demande avec(Cle autre) {
      return new Demande(nom, usage, autre, du, au, sha1);
    }

    public Demande valable(Instant debut, Instant fin) {
      return new Demande(nom, usage, cle, debut, fin, sha1);
    }

    public Demande enSha1() {
      return new Demande(nom, usage, cle, du, au, true);
    }
  }

  private final Identite autorite;

  public AutoriteEssai(Identite autorite) {
    this.autorite = autorite;
  }

  /** Une autorité neuve, valable dix ans. */
  public static AutoriteEssai creer(String nom, Instant du) throws GeneralSecurityException {
    return new AutoriteEssai(FabriqueCertificats.autorite(nom, du, du.plus(Duration.ofDays(3650))));
  }

  public Identite delivrer(Demande demande) throws GeneralSecurityException {
    return FabriqueCertificats.delivrer(autorite, demande);
  }

  /** À garder pour délivrer encore après un redémarrage. */
  public Identite identite() {
    return autorite;
  }

  /** L’ancre à donner aux validations. */
  public List<java.security.cert.X509Certificate> ancres() {
    return List.of(autorite.chaine().signataire());
  }
}
