package fr.paraphe.signature;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Une règle que doit tenir un certificat de signataire ; un refus dit pourquoi et quoi faire. */
@FunctionalInterface
public interface ControleCertificat {

  Optional<ErreurMetier> refus(Examen examen);

  /**
   * Ce qu’on examine.
   *
   * @param titulaire vide pour un cachet, qui n’est à personne
   * @param ancres autorités reconnues ; vide : toutes
   */
  record Examen(
      Chaine chaine,
      Optional<Titulaire> titulaire,
      List<X509Certificate> ancres,
      Instant maintenant) {

    public Examen {
      ancres = List.copyOf(ancres);
    }

    X509Certificate certificat() {
      return chaine.signataire();
    }
  }

  int RSA_MIN = 2048;
  int EC_MIN = 256;

  ControleCertificat DEJA_VALIDE =
      e ->
          refuserSi(
              e.maintenant().isBefore(e.chaine().valideDu()),
              ErreurSignature.CERTIFICAT_PAS_ENCORE_VALIDE,
              "Ce certificat ne sera valide qu’à partir du " + jour(e.chaine().valideDu()) + ".",
              e.chaine().valideDu());

  ControleCertificat ENCORE_VALIDE =
      e ->
          refuserSi(
              e.maintenant().isAfter(e.chaine().valideAu()),
              ErreurSignature.CERTIFICAT_EXPIRE,
              "Ce certificat a expiré le "
                  + jour(e.chaine().valideAu())
                  + ". Choisissez un certificat en cours de validité.",
              e.chaine().valideAu());

  ControleCertificat POUR_SIGNER =
      e ->
          refuserSi(
              !UsageCertificat.permetDeSigner(e.certificat()),
              ErreurSignature.CERTIFICAT_PAS_POUR_SIGNER,
              "Ce certificat n’est pas prévu pour signer. Choisissez votre certificat de signature.");

  ControleCertificat CLE_FORTE =
      e ->
          refuserSi(
              !forte(e.certificat().getPublicKey()),
              ErreurSignature.CERTIFICAT_CLE_FAIBLE,
              "La clé de ce certificat est trop faible\u00a0: il faut au moins 2048 bits (RSA) ou 256 bits (ECDSA).");

  ControleCertificat ALGORITHME_SUR =
      e ->
          refuserSi(
              !UsageCertificat.signeSurement(e.certificat()),
              ErreurSignature.CERTIFICAT_ALGORITHME_REFUSE,
              "Ce certificat est délivré avec un algorithme abandonné (SHA-1). Demandez-en un nouveau à votre autorité.");

  ControleCertificat A_SON_TITULAIRE =
      e ->
          e.titulaire()
              .flatMap(
                  t ->
                      refuserSi(
                          !estA(t, e.chaine()),
                          ErreurSignature.CERTIFICAT_D_AUTRUI,
                          "Ce certificat est au nom de «\u00a0"
                              + e.chaine().nomCourant()
                              + "\u00a0», pas au vôtre. Choisissez votre certificat.",
                          e.chaine().nomCourant()));

  ControleCertificat AUTORITE_RECONNUE =
      e ->
          refuserSi(
              !e.ancres().isEmpty() && !reconnue(e),
              ErreurSignature.CERTIFICAT_AUTORITE_INCONNUE,
              "L’autorité qui a délivré ce certificat n’est pas reconnue ici. Voyez avec votre administrateur.");

  /** Dans l’ordre où une personne veut les apprendre. */
  List<ControleCertificat> TOUS =
      List.of(
          DEJA_VALIDE,
          ENCORE_VALIDE,
          POUR_SIGNER,
          CLE_FORTE,
          ALGORITHME_SUR,
          A_SON_TITULAIRE,
          AUTORITE_RECONNUE);

  /**
   * Applique toutes les règles.
   *
   * @throws ErreurMetier le premier refus
   */
  static void exigerAcceptable(Examen examen) {
    TOUS.stream()
        .flatMap(controle -> controle.refus(examen).stream())
        .findFirst()
        .ifPresent(
            refus -> {
              throw refus;
            });
  }

  private static Optional<ErreurMetier> refuserSi(
      boolean faute, ErreurSignature code, String phrase, Object... valeurs) {
    return faute ? Optional.of(new ErreurMetier(code, phrase).avec(valeurs)) : Optional.empty();
  }

  private static String jour(Instant instant) {
    return DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE)
        .withZone(Horloge.ZONE)
        .format(instant);
  }

  private static boolean forte(PublicKey cle) {
    if (cle instanceof RSAKey rsa) {
      return rsa.getModulus().bitLength() >= RSA_MIN;
    }
    return cle instanceof ECKey ec && ec.getParams().getOrder().bitLength() >= EC_MIN;
  }

  private static boolean estA(Titulaire titulaire, Chaine chaine) {
    if (titulaire.certificat().isPresent()) {
      return titulaire.certificat().get().equals(chaine.empreinte());
    }
    Set<String> attendus = NomDistinctif.mots(titulaire.prenom() + " " + titulaire.nom());
    return !attendus.isEmpty()
        && NomDistinctif.mots(chaine.signataire().getSubjectX500Principal()).containsAll(attendus);
  }

  private static boolean reconnue(Examen e) {
    Set<TrustAnchor> ancres =
        e.ancres().stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toSet());
    List<X509Certificate> chemin =
        e.chaine().certificats().stream().takeWhile(c -> !e.ancres().contains(c)).toList();
    if (chemin.isEmpty()) {
      return true;
    }
    try {
      PKIXParameters regles = new PKIXParameters(ancres);
      regles.setRevocationEnabled(false);
      regles.setDate(Date.from(e.maintenant()));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(chemin), regles);
      return true;
    } catch (GeneralSecurityException inconnue) {
      return false;
    }
  }

  /** Ce que disent les extensions et l’algorithme d’un certificat. */
  final class UsageCertificat {

    private static final int SIGNATURE_NUMERIQUE = 0;
    private static final int NON_REPUDIATION = 1;

    /**
     * Usages étendus d’un certificat d’authentification : client TLS, serveur TLS, ouverture de
     * session.
     */
    private static final Set<String> AUTHENTIFICATION =
        Set.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2", "1.3.6.1.4.1.311.20.2.2");

    private UsageCertificat() {}

    static boolean permetDeSigner(X509Certificate certificat) {
      boolean[] usage = certificat.getKeyUsage();
      if (usage == null || usage[NON_REPUDIATION]) {
        return true;
      }
      return usage[SIGNATURE_NUMERIQUE] && !seulementAuthentification(certificat);
    }

    private static boolean seulementAuthentification(X509Certificate certificat) {
      try {
        List<String> etendus = certificat.getExtendedKeyUsage();
        return etendus != null && AUTHENTIFICATION.containsAll(etendus);
      } catch (CertificateParsingException illisible) {
        return true;
      }
    }

    static boolean signeSurement(X509Certificate certificat) {
      String algorithme = certificat.getSigAlgName().toUpperCase(Locale.ROOT);
      return !algorithme.startsWith("SHA1") && !algorithme.startsWith("MD");
    }
  }
}
