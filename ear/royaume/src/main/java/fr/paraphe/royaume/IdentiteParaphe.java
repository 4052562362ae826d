package fr.paraphe.royaume;

import java.security.Principal;
import java.security.spec.AlgorithmParameterSpec;
import java.sql.SQLException;
import java.util.Optional;
import org.wildfly.security.auth.SupportLevel;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.authz.AuthorizationIdentity;
import org.wildfly.security.authz.MapAttributes;
import org.wildfly.security.credential.Credential;
import org.wildfly.security.evidence.Evidence;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** Un compte face à un essai de connexion. Inconnu, bloqué ou mauvais mot de passe : même refus. */
final class IdentiteParaphe implements RealmIdentity {
  private final IdentifiantComplet nom;
  private final Comptes comptes;
  private final MotsDePasse motsDePasse;
  private final Optional<Compte> compte;

  IdentiteParaphe(
      IdentifiantComplet nom, Comptes comptes, MotsDePasse motsDePasse, Optional<Compte> compte) {
    this.nom = nom;
    this.comptes = comptes;
    this.motsDePasse = motsDePasse;
    this.compte = compte;
  }

  @Override
  public Principal getRealmIdentityPrincipal() {
    return new NamePrincipal(nom.toString());
  }

  @Override
  public boolean exists() {
    return compte.isPresent();
  }

  @Override
  public boolean verifyEvidence(Evidence preuve) throws RealmUnavailableException {
    if (!(preuve instanceof PasswordGuessEvidence)) {
      return false;
    }
    char[] propose = ((PasswordGuessEvidence) preuve).getGuess();
    if (compte.isEmpty() || compte.get().bloque() || compte.get().empreinte() == null) {
      motsDePasse.feindre(propose);
      return false;
    }
    return juger(propose, compte.get());
  }

  private boolean juger(char[] propose, Compte connu) throws RealmUnavailableException {
    try {
      if (motsDePasse.correspond(propose, connu.empreinte())) {
        if (connu.echoue()) {
          comptes.effacerEchecs(nom);
        }
        return true;
      }
      comptes.noterEchec(nom);
      return false;
    } catch (SQLException | RuntimeException e) {
      throw new RealmUnavailableException(e);
    }
  }

  @Override
  public AuthorizationIdentity getAuthorizationIdentity() {
    MapAttributes attributs = new MapAttributes();
    attributs.addLast(RoyaumeParaphe.ATTRIBUT_ROLES, RoyaumeParaphe.ROLE);
    return AuthorizationIdentity.basicIdentity(attributs);
  }

  @Override
  public SupportLevel getCredentialAcquireSupport(
      Class<? extends Credential> genre, String algorithme, AlgorithmParameterSpec reglage) {
    return SupportLevel.UNSUPPORTED;
  }

  @Override
  public <C extends Credential> C getCredential(Class<C> genre) {
    return null;
  }

  @Override
  public SupportLevel getEvidenceVerifySupport(Class<? extends Evidence> genre, String algorithme) {
    return RoyaumeParaphe.preuveAcceptee(genre);
  }
}
