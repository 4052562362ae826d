package fr.paraphe.organisation;

import fr.paraphe.organisation.infra.LectureProfil;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Ce qu’une personne sait et règle d’elle-même. */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Profil {

  private ActeurCourant acteurs;
  private LectureProfil lecture;

  protected Profil() {}

  @Inject
  public Profil(ActeurCourant acteurs, LectureProfil lecture) {
    this.acteurs = acteurs;
    this.lecture = lecture;
  }

  public Moi moi() {
    return lecture.moi(acteurs.exiger());
  }

  public void choisirAffichage(Affichage affichage) {
    lecture.ecrireAffichage(acteurs.exiger(), affichage);
  }
}
