package fr.paraphe.transmission;

import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.Attribution;
import fr.paraphe.organisation.DroitsAdministration;
import fr.paraphe.organisation.Roles;
import fr.paraphe.transmission.infra.AppelsEnBase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Ce qu’un administrateur voit des logiciels métier branchés sur sa collectivité. */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Connecteurs {

  private ActeurCourant acteurs;
  private Appels appels;
  private AppelsEnBase base;

  protected Connecteurs() {}

  @Inject
  public Connecteurs(ActeurCourant acteurs, Appels appels, AppelsEnBase base) {
    this.acteurs = acteurs;
    this.appels = appels;
    this.base = base;
  }

  /** Les identifiants qui ont appelé, par ordre alphabétique. */
  public List<String> comptes() {
    Acteur acteur = administrateur();
    appels.ecrire();
    return base.comptes(acteur.collectivite());
  }

  /**
   * Les cent derniers appels de ce compte, les plus récents d’abord ; aucun s’il est d’ailleurs.
   */
  public List<AppelConnecteur> appels(String compte) {
    return base.lire(administrateur().collectivite(), compte);
  }

  private Acteur administrateur() {
    Acteur acteur = acteurs.exiger();
    DroitsAdministration.exigerVoir(acteur, Attribution.CONNECTEURS);
    return acteur;
  }
}
