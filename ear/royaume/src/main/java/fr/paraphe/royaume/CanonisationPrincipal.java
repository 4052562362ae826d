package fr.paraphe.royaume;

import java.security.Principal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wildfly.extension.elytron.capabilities.PrincipalTransformer;
import org.wildfly.security.auth.principal.NamePrincipal;

/**
 * Donne à chaque nom sa forme complète {@code identifiant@domaine}, en minuscules : c’est ce nom
 * que l’application reçoit comme appelant, quelle que soit la façon dont la personne l’a tapé.
 *
 * <p>Si la base ne répond pas, le nom reste court et le royaume refuse en erreur. Si elle répond
 * qu’aucune collectivité n’est la défaut (une base encore vide), le nom est complété par un domaine
 * qui ne peut pas exister : l’essai est refusé comme celui de tout compte inconnu.
 */
public final class CanonisationPrincipal implements PrincipalTransformer {
  private static final Logger JOURNAL = Logger.getLogger("fr.paraphe.royaume");

  /** Le schéma veut qu’un domaine commence par une lettre ou un chiffre. */
  private static final String AUCUN_DOMAINE = "-";

  private static final long RETENU_NANOS = Duration.ofSeconds(30).toNanos();

  private final LongSupplier nanos;
  private Comptes comptes;
  private volatile Domaine retenu;

  public CanonisationPrincipal() {
    this(null, System::nanoTime);
    initialize(Map.of());
  }

  CanonisationPrincipal(Comptes comptes, LongSupplier nanos) {
    this.comptes = comptes;
    this.nanos = nanos;
  }

  /**
   * Appelée par le serveur avec les réglages de la ressource {@code custom-principal-transformer}.
   */
  public void initialize(Map<String, String> reglages) {
    comptes = Reglages.comptes(reglages);
  }

  @Override
  public Principal apply(Principal principal) {
    if (principal == null) {
      return null;
    }
    String nom = principal.getName().strip().toLowerCase(Locale.ROOT);
    return new NamePrincipal(IdentifiantComplet.estComplet(nom) ? nom : completer(nom));
  }

  private String completer(String nom) {
    String domaine = domaineParDefaut();
    return domaine == null ? nom : nom + '@' + domaine;
  }

  private String domaineParDefaut() {
    Domaine connu = retenu;
    if (connu != null && nanos.getAsLong() - connu.lu < RETENU_NANOS) {
      return connu.nom;
    }
    try {
      Optional<String> nom = comptes.domaineParDefaut();
      retenu = nom.map(n -> new Domaine(n, nanos.getAsLong())).orElse(null);
      return nom.orElse(AUCUN_DOMAINE);
    } catch (SQLException | RuntimeException e) {
      JOURNAL.log(Level.WARNING, "PARA0900 domaine par défaut illisible : {0}", e.toString());
      return null;
    }
  }

  private record Domaine(String nom, long lu) {}
}
