package fr.paraphe.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * La personne (ou le compte technique) qui agit, relue en base à chaque acte : ses bureaux, leurs
 * rôles, les délégations dont elle bénéficie maintenant. Toute décision d’autorisation part d’ici.
 *
 * @param login forme canonique {@code identifiant@domaine}
 * @param bureaux ses rôles par bureau
 * @param subordonnes les bureaux placés, à tout degré, sous un bureau qu’elle possède
 * @param bureauTechnique le bureau d’un compte technique, s’il en est un
 */
public record Acteur(
    UtilisateurId id,
    CollectiviteId collectivite,
    String login,
    String prenom,
    String nom,
    RoleUtilisateur role,
    Map<BureauId, Set<RoleBureau>> bureaux,
    Set<BureauId> subordonnes,
    List<DelegationActive> delegations,
    Optional<BureauId> bureauTechnique) {

  public Acteur {
    bureaux = Map.copyOf(bureaux);
    subordonnes = Set.copyOf(subordonnes);
    delegations = List.copyOf(delegations);
  }

  public String nomComplet() {
    return (prenom + " " + nom).strip();
  }

  public boolean possede(BureauId bureau) {
    return a(bureau, RoleBureau.PROPRIETAIRE);
  }

  public boolean a(BureauId bureau, RoleBureau role) {
    return bureaux.getOrDefault(bureau, Set.of()).contains(role);
  }

  /** Vrai si l’acteur tient ce bureau à quelque titre que ce soit. */
  public boolean tient(BureauId bureau) {
    return bureaux.containsKey(bureau);
  }

  /** Vrai si l’acteur possède un bureau placé au-dessus de celui-ci. */
  public boolean dirige(BureauId bureau) {
    return subordonnes.contains(bureau);
  }

  public Set<BureauId> tousSesBureaux() {
    return bureaux.keySet();
  }
}
