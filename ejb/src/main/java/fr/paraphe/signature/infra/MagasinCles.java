package fr.paraphe.signature.infra;

import fr.paraphe.signature.Identite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Des clés privées gardées en PKCS#12 : {@code alias.p12}, et son mot de passe dans {@code
 * alias.mdp}. Les deux sont lisibles du seul propriétaire ; rien n’est en base.
 */
final class MagasinCles {

  private static final SecureRandom HASARD = new SecureRandom();

  private final Path dossier;

  MagasinCles(Path dossier) throws IOException {
    this.dossier = FichiersSecrets.dossier(dossier);
  }

  Optional<Identite> chercher(String alias) throws IOException, GeneralSecurityException {
    try (InputStream p12 = Files.newInputStream(fichier(alias, ".p12"))) {
      char[] motDePasse =
          Files.readString(fichier(alias, ".mdp"), StandardCharsets.UTF_8).strip().toCharArray();
      return Optional.of(Identite.lireP12(p12, motDePasse));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  /**
   * Garde cette identité ; le mot de passe d’abord : un fichier sans le sien ne s’ouvrirait pas.
   */
  void garder(String alias, Identite identite) throws IOException, GeneralSecurityException {
    byte[] hasard = new byte[24];
    HASARD.nextBytes(hasard);
    String motDePasse = Base64.getUrlEncoder().withoutPadding().encodeToString(hasard);
    ByteArrayOutputStream p12 = new ByteArrayOutputStream();
    identite.ecrireP12(p12, motDePasse.toCharArray());
    FichiersSecrets.ecrire(fichier(alias, ".mdp"), motDePasse.getBytes(StandardCharsets.UTF_8));
    FichiersSecrets.ecrire(fichier(alias, ".p12"), p12.toByteArray());
  }

  /** Où est la clé de cet alias, qu’elle existe ou non. */
  Path fichier(String alias) {
    return fichier(alias, ".p12");
  }

  private Path fichier(String alias, String suffixe) {
    if (!alias.matches("[a-z0-9][a-z0-9-]{0,60}")) {
      throw new IllegalArgumentException("alias de clé mal formé");
    }
    return dossier.resolve(alias + suffixe);
  }
}
