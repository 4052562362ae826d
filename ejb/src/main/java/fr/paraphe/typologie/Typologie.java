package fr.paraphe.typologie;

import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.Roles;
import fr.paraphe.typologie.infra.DictionnaireLecture;
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
  private DictionnaireLecture dictionnaire;

  protected Typologie() {}

  @Inject
  public Typologie(
      ActeurCourant acteurs, TypologieLecture lecture, DictionnaireLecture dictionnaire) {
    this.acteurs = acteurs;
    this.lecture = lecture;
    this.dictionnaire = dictionnaire;
  }

  /**
   * Types et sous-types ouverts à l’appelant, par ordre alphabétique ; un type sans sous-type
   * ouvert n’y est pas.
   */
  public List<TypeResume> creables() {
    return lecture.creables(acteurs.exiger());
  }

  /** Toutes les métadonnées de la collectivité, par nom court (GetListeMetaDonnees). */
  public List<MetadonneeDefinie> dictionnaire() {
    return dictionnaire.lire(acteurs.exiger().collectivite());
  }

  /** Les métadonnées d’un sous-type, dans leur ordre d’affichage. */
  public List<MetadonneeAttendue> metadonnees(String type, String sousType) {
    return lecture.exigerCadre(acteurs.exiger(), type, sousType).metadonnees();
  }
}
