package fr.paraphe.signature.infra;

import fr.paraphe.signature.AutoriteEssai;
import fr.paraphe.signature.AutoriteEssai.Demande;
import fr.paraphe.signature.AutoriteEssai.Usage;
import fr.paraphe.signature.Chaine;
import fr.paraphe.signature.ErreurSignature;
import fr.paraphe.signature.Identite;
import fr.paraphe.socle.ErreurMetier;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Les clés de cette installation, sous la propriété système {@code paraphe.cles} : {@code
 * cachets/}, {@code essai/} (l’autorité d’essai), {@code autorites/} (les certificats d’autorités
 * reconnues, PEM ou DER).
 */
@Dependent
public class ClesInstallation {

  private static final String AUTORITE = "autorite-essai";

  /**
   * Ouvrir un PKCS#12 coûte un dixième de seconde (dérivation) : on garde ce qui a été ouvert, tant
   * que le fichier ne change pas.
   */
  private static final Map<Version, Identite> OUVERTES = new ConcurrentHashMap<>();

  private record Version(Path fichier, FileTime ecritLe) {}

  private final Path racine;

  public ClesInstallation() {
    this(Path.of(System.getProperty("paraphe.cles", "cles")));
  }

  public ClesInstallation(Path racine) {
    this.racine = racine;
  }

  /**
   * La clé d’un cachet.
   *
   * @throws ErreurMetier {@link ErreurSignature#CACHET_INDISPONIBLE} si elle n’est pas là ou ne
   *     s’ouvre pas
   */
  public Identite cachet(String alias) {
    try {
      MagasinCles cachets = new MagasinCles(racine.resolve("cachets"));
      Path fichier = cachets.fichier(alias);
      Version version = new Version(fichier, Files.getLastModifiedTime(fichier));
      Identite connue = OUVERTES.get(version);
      if (connue == null) {
        connue = cachets.chercher(alias).orElseThrow(() -> indisponible(null));
        OUVERTES.keySet().removeIf(v -> v.fichier().equals(fichier));
        OUVERTES.put(version, connue);
      }
      return connue;
    } catch (IOException | GeneralSecurityException e) {
      throw indisponible(e);
    }
  }

  private static ErreurMetier indisponible(Exception cause) {
    return new ErreurMetier(
        ErreurSignature.CACHET_INDISPONIBLE,
        "La clé du cachet n’est pas disponible. Prévenez votre administrateur.",
        cause);
  }

  public void garderCachet(String alias, Identite identite)
      throws IOException, GeneralSecurityException {
    new MagasinCles(racine.resolve("cachets")).garder(alias, identite);
  }

  /** Le cachet d’essai de cette installation, fabriqué la première fois. */
  public Identite cachetEssai(String alias, String titre, Instant maintenant)
      throws IOException, GeneralSecurityException {
    MagasinCles cachets = new MagasinCles(racine.resolve("cachets"));
    if (cachets.chercher(alias).isEmpty()) {
      Demande demande =
          Demande.signature(
                  "CN=CACHET DE TEST " + echapper(titre) + ", O=Paraphe TEST, C=FR", maintenant)
              .pour(Usage.CACHET);
      cachets.garder(alias, autoriteEssai(maintenant).delivrer(demande));
    }
    return cachet(alias);
  }

  /** Les signes réservés d’un nom distinctif (RFC 4514) deviennent des espaces. */
  private static String echapper(String titre) {
    return titre.replaceAll("[,+\"\\\\<>;=#]", " ").strip();
  }

  /** L’autorité d’essai de cette installation, tirée la première fois et reconnue aussitôt. */
  public AutoriteEssai autoriteEssai(Instant maintenant)
      throws IOException, GeneralSecurityException {
    MagasinCles essai = new MagasinCles(racine.resolve("essai"));
    var gardee = essai.chercher(AUTORITE);
    if (gardee.isPresent()) {
      return new AutoriteEssai(gardee.get());
    }
    AutoriteEssai neuve =
        AutoriteEssai.creer("CN=Autorité de test Paraphe, O=Paraphe TEST, C=FR", maintenant);
    essai.garder(AUTORITE, neuve.identite());
    reconnaitre(AUTORITE, neuve.identite().chaine());
    return neuve;
  }

  private void reconnaitre(String nom, Chaine chaine) throws IOException {
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(chaine.ders().get(0))
            + "\n-----END CERTIFICATE-----\n";
    Path dossier = FichiersSecrets.dossier(racine.resolve("autorites"));
    FichiersSecrets.ecrire(dossier.resolve(nom + ".crt"), pem.getBytes(StandardCharsets.US_ASCII));
  }

  /** Les certificats d’autorités déposés dans {@code autorites/} ; aucun si le dossier manque. */
  public List<X509Certificate> autoritesReconnues() {
    Path dossier = racine.resolve("autorites");
    if (!Files.isDirectory(dossier)) {
      return List.of();
    }
    List<X509Certificate> reconnues = new ArrayList<>();
    try (Stream<Path> fichiers = Files.list(dossier)) {
      for (Path fichier : (Iterable<Path>) fichiers.sorted()::iterator) {
        if (fichier.getFileName().toString().matches(".*\\.(crt|cer|pem|der)")) {
          reconnues.addAll(lire(fichier));
        }
      }
      return List.copyOf(reconnues);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("autorités reconnues illisibles", e);
    }
  }

  private static List<X509Certificate> lire(Path fichier)
      throws IOException, GeneralSecurityException {
    try (InputStream flux = Files.newInputStream(fichier)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(flux).stream()
          .map(X509Certificate.class::cast)
          .toList();
    }
  }
}
