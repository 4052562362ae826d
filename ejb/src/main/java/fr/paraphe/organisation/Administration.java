package fr.paraphe.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;

/** Ce que la personne connectée peut administrer. */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Administration {

  private ActeurCourant acteurs;

  protected Administration() {}

  @Inject
  public Administration(ActeurCourant acteurs) {
    this.acteurs = acteurs;
  }

  /** Les attributions qu’elle peut voir ; vide pour qui n’administre rien. */
  public Set<Attribution> visibles() {
    return Set.copyOf(DroitsAdministration.visibles(acteurs.exiger()));
  }

  /** Celles qu’elle peut changer. */
  public Set<Attribution> modifiables() {
    return Set.copyOf(DroitsAdministration.modifiables(acteurs.exiger()));
  }
}
