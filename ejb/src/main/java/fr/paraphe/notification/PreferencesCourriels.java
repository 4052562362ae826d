package fr.paraphe.notification;

import fr.paraphe.notification.infra.ReglageRepository;
import fr.paraphe.notification.modele.RegleReglage;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.Roles;
import fr.paraphe.travaux.Facteur;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Les courriels qu’une personne veut recevoir : les siens, et ceux de personne d’autre. */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class PreferencesCourriels {

  private ActeurCourant acteurs;
  private ReglageRepository reglages;
  private Facteur facteur;

  protected PreferencesCourriels() {}

  @Inject
  public PreferencesCourriels(ActeurCourant acteurs, ReglageRepository reglages, Facteur facteur) {
    this.acteurs = acteurs;
    this.reglages = reglages;
    this.facteur = facteur;
  }

  public MesCourriels miens() {
    Acteur acteur = acteurs.exiger();
    return new MesCourriels(
        reglages.lire(acteur.id()), reglages.adresse(acteur.id()), facteur.configure());
  }

  public void regler(ReglageCourriels reglage) {
    Acteur acteur = acteurs.exiger();
    reglages.ecrire(acteur, RegleReglage.verifier(reglage));
  }
}
