package fr.paraphe.royaume;

import java.security.Principal;
import java.security.spec.AlgorithmParameterSpec;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.wildfly.security.auth.SupportLevel;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityRealm;
import org.wildfly.security.credential.Credential;
import org.wildfly.security.evidence.Evidence;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/**
 * Le royaume Elytron du parapheur : les utilisateurs de la base, leur mot de passe bcrypt, et le
 * blocage après trop d’échecs (gardé en base, il survit à un redémarrage).
 *
 * <p>Il n’accepte que des noms complets {@code identifiant@domaine} : {@link CanonisationPrincipal}
 * passe avant lui. Base injoignable : l’essai finit en erreur, jamais en réussite.
 *
 * <p>Réglages (tous facultatifs) : {@code source} (nom JNDI), {@code echecs}, {@code minutes},
 * {@code memoire} (secondes pendant lesquelles une réussite est retenue).
 */
public final class RoyaumeParaphe implements SecurityRealm {
  static final String ATTRIBUT_ROLES = "Roles";
  static final String ROLE = "UTILISATEUR";

  private Comptes comptes;
  private MotsDePasse motsDePasse;

  public RoyaumeParaphe() {
    initialize(Map.of());
  }

  RoyaumeParaphe(Comptes comptes, MotsDePasse motsDePasse) {
    this.comptes = comptes;
    this.motsDePasse = motsDePasse;
  }

  /** Appelée par le serveur avec les réglages de la ressource {@code custom-realm}. */
  public void initialize(Map<String, String> reglages) {
    comptes = Reglages.comptes(reglages);
    motsDePasse =
        new MotsDePasse(
            Duration.ofSeconds(Reglages.entier(reglages, "memoire", 300)).toNanos(),
            System::nanoTime);
  }

  @Override
  public RealmIdentity getRealmIdentity(Principal principal) throws RealmUnavailableException {
    if (!IdentifiantComplet.estComplet(principal.getName())) {
      throw new RealmUnavailableException("domaine par défaut inconnu : " + principal.getName());
    }
    Optional<IdentifiantComplet> nom = IdentifiantComplet.lire(principal.getName());
    return nom.isPresent() ? identite(nom.get()) : RealmIdentity.NON_EXISTENT;
  }

  private RealmIdentity identite(IdentifiantComplet nom) throws RealmUnavailableException {
    try {
      return new IdentiteParaphe(nom, comptes, motsDePasse, comptes.lire(nom));
    } catch (SQLException | RuntimeException e) {
      throw new RealmUnavailableException(e);
    }
  }

  @Override
  public SupportLevel getCredentialAcquireSupport(
      Class<? extends Credential> genre, String algorithme, AlgorithmParameterSpec reglage) {
    return SupportLevel.UNSUPPORTED;
  }

  @Override
  public SupportLevel getEvidenceVerifySupport(Class<? extends Evidence> genre, String algorithme) {
    return preuveAcceptee(genre);
  }

  static SupportLevel preuveAcceptee(Class<? extends Evidence> genre) {
    return PasswordGuessEvidence.class.isAssignableFrom(genre)
        ? SupportLevel.SUPPORTED
        : SupportLevel.UNSUPPORTED;
  }
}
