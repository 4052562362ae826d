package fr.paraphe.notification;

import fr.paraphe.organisation.ActeAdministration;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.Attribution;
import fr.paraphe.organisation.Changements;
import fr.paraphe.organisation.DroitsAdministration;
import fr.paraphe.organisation.FaitAdministration;
import fr.paraphe.organisation.ObjetAdministre;
import fr.paraphe.organisation.RoleUtilisateur;
import fr.paraphe.organisation.Roles;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import fr.paraphe.travaux.Blocages;
import fr.paraphe.travaux.EtatDeLaFile;
import fr.paraphe.travaux.Facteur;
import fr.paraphe.travaux.Portee;
import fr.paraphe.travaux.TravailBloque;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Les travaux bloqués, pour qui les administre : ceux de sa collectivité et, pour l’administrateur
 * de l’instance, ceux qui ne sont à aucune. Relancer et abandonner s’écrivent au journal
 * d’administration.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class TravauxBloques {

  private ActeurCourant acteurs;
  private Blocages blocages;
  private Facteur facteur;
  private Event<FaitAdministration> faits;

  protected TravauxBloques() {}

  @Inject
  public TravauxBloques(
      ActeurCourant acteurs, Blocages blocages, Facteur facteur, Event<FaitAdministration> faits) {
    this.acteurs = acteurs;
    this.blocages = blocages;
    this.facteur = facteur;
    this.faits = faits;
  }

  /** Les plus récents d’abord. */
  public Lot<TravailBloque> lister(Tranche tranche) {
    return blocages.lister(portee(lecteur()), tranche);
  }

  /** Ce qui attend et ce qui est bloqué, par genre. */
  public List<EtatDeLaFile> etat() {
    return blocages.etat(portee(lecteur()));
  }

  /** Faux : aucun serveur de courriel, les courriels attendent. */
  public boolean courrielConfigure() {
    lecteur();
    return facteur.configure();
  }

  /**
   * @throws ErreurMetier {@link ErreurNotification#TRAVAIL_INCONNU} s’il n’est plus bloqué, ou
   *     n’est pas de sa portée
   */
  public void relancer(long id, String genre) {
    Acteur acteur = responsable();
    exiger(blocages.relancer(portee(acteur), id));
    consigner(acteur, ActeAdministration.RELANCER, id, genre);
  }

  /**
   * Retire le travail : ce qu’il devait faire ne se fera pas.
   *
   * @throws ErreurMetier {@link ErreurNotification#TRAVAIL_INCONNU} s’il n’est plus bloqué, ou
   *     n’est pas de sa portée
   */
  public void abandonner(long id, String genre) {
    Acteur acteur = responsable();
    exiger(blocages.abandonner(portee(acteur), id));
    consigner(acteur, ActeAdministration.SUPPRIMER, id, genre);
  }

  private Acteur lecteur() {
    Acteur acteur = acteurs.exiger();
    DroitsAdministration.exigerVoir(acteur, Attribution.TRAVAUX);
    return acteur;
  }

  private Acteur responsable() {
    Acteur acteur = acteurs.exiger();
    DroitsAdministration.exigerChanger(acteur, Attribution.TRAVAUX);
    return acteur;
  }

  private static Portee portee(Acteur acteur) {
    return new Portee(acteur.collectivite().valeur(), acteur.role() == RoleUtilisateur.SUPER_ADMIN);
  }

  private static void exiger(boolean fait) {
    if (!fait) {
      throw new ErreurMetier(
          ErreurNotification.TRAVAIL_INCONNU,
          "Ce travail n’est plus bloqué : quelqu’un l’a relancé ou abandonné.");
    }
  }

  private void consigner(Acteur acteur, ActeAdministration acte, long id, String genre) {
    faits.fire(
        FaitAdministration.de(
            acteur, ObjetAdministre.TRAVAIL, acte, genre + " n° " + id, new Changements()));
  }
}
