package fr.paraphe.typologie;

import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.Roles;
import fr.paraphe.typologie.infra.TypologieLecture;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Les types dans lesquels l’appelant peut créer. */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Typologie {

  private ActeurCourant acteurs;
  private TypologieLecture lecture;

  protected Typologie() {}

  @Inject
  public Typologie(ActeurCourant acteurs, TypologieLecture lecture) {
    this.acteurs = acteurs;
    this.lecture = lecture;
  }

  /**
   * Types et sous-types ouverts à l’appelant, par ordre alphabétique ; un type sans sous-type
   * ouvert n’y est pas.
   */
  public List<TypeResume> creables() {
    return lecture.creables(acteurs.exiger());
  }

  /** Les métadonnées d’un sous-type, dans leur ordre d’affichage. */
  public List<MetadonneeAttendue> metadonnees(String type, String sousType) {
    return lecture.exigerCadre(acteurs.exiger(), type, sousType).metadonnees();
  }
}
