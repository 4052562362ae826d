package fr.paraphe.organisation;

import fr.paraphe.organisation.infra.LecturePropositions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Ce que les champs d’administration proposent à qui tape ; ouvert à qui administre quelque chose.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Propositions {

  private ActeurCourant acteurs;
  private LecturePropositions lecture;

  protected Propositions() {}

  @Inject
  public Propositions(ActeurCourant acteurs, LecturePropositions lecture) {
    this.acteurs = acteurs;
    this.lecture = lecture;
  }

  /** Les bureaux actifs de la collectivité dont le nom ou le titre contient ce texte. */
  public List<Proposition> bureaux(String texte) {
    return lecture.bureaux(exiger().collectivite(), texte);
  }

  /** Les comptes ouverts de la collectivité dont le nom ou l’identifiant contient ce texte. */
  public List<Proposition> personnes(String texte) {
    return lecture.personnes(exiger().collectivite(), texte);
  }

  private Acteur exiger() {
    Acteur acteur = acteurs.exiger();
    if (DroitsAdministration.modifiables(acteur).isEmpty()) {
      DroitsAdministration.exigerChanger(acteur, Attribution.BUREAUX);
    }
    return acteur;
  }
}
