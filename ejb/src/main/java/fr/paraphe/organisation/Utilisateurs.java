package fr.paraphe.organisation;

import fr.paraphe.organisation.infra.TenueUtilisateur;
import fr.paraphe.organisation.infra.UtilisateurRepository;
import fr.paraphe.organisation.modele.Utilisateur;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * L’administration des comptes d’une collectivité. Un compte d’une autre est introuvable ; seul un
 * super-administrateur en nomme ou en change un autre.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Utilisateurs {

  private ActeurCourant acteurs;
  private UtilisateurRepository comptes;
  private TenueUtilisateur tenue;

  protected Utilisateurs() {}

  @Inject
  public Utilisateurs(
      ActeurCourant acteurs, UtilisateurRepository comptes, TenueUtilisateur tenue) {
    this.acteurs = acteurs;
    this.comptes = comptes;
    this.tenue = tenue;
  }

  /**
   * @param texte cherché dans l’identifiant, le nom et le courriel ; vide : tous
   */
  public Lot<UtilisateurTrouve> chercher(String texte, Tranche tranche) {
    return comptes.chercher(exiger().collectivite(), texte, tranche);
  }

  public FicheUtilisateur lire(UtilisateurId id) {
    Acteur acteur = exiger();
    Utilisateur u = comptes.lire(acteur.collectivite(), id).orElseThrow(Utilisateurs::introuvable);
    return new FicheUtilisateur(
        id,
        u.version(),
        tenue.reglage(u),
        u.origine(),
        u.actif(),
        tenue.login(u),
        comptes.seulProprietaire(u.id()),
        touche(acteur, u.role()));
  }

  /**
   * Ouvre un compte ; son mot de passe, tiré au hasard, n’est rendu que cette fois.
   *
   * @throws ErreurMetier {@link ErreurOrganisation#IDENTIFIANT_PRIS} et les refus d’un réglage
   *     impossible
   */
  public CompteOuvert creer(ReglageUtilisateur reglage) {
    Acteur acteur = exiger();
    exigerDonner(acteur, reglage.role());
    if (comptes.identifiantPris(acteur.collectivite(), reglage.identifiant())) {
      throw new ErreurMetier(
              ErreurOrganisation.IDENTIFIANT_PRIS,
              "L’identifiant « " + reglage.identifiant() + " » est déjà pris.")
          .avec(reglage.identifiant());
    }
    return tenue.creer(acteur, reglage);
  }

  /**
   * @param version celle de la fiche lue
   * @throws ErreurMetier {@link ErreurOrganisation#FICHE_MODIFIEE}, {@link
   *     ErreurOrganisation#DERNIER_ADMINISTRATEUR}
   */
  public void modifier(UtilisateurId id, int version, ReglageUtilisateur reglage) {
    Acteur acteur = exiger();
    exigerDonner(acteur, reglage.role());
    tenue.modifier(acteur, exigerChanger(acteur, id, version), reglage);
  }

  /** Tire un nouveau mot de passe, rendu cette seule fois ; l’ancien ne vaut plus. */
  public CompteOuvert changerMotDePasse(UtilisateurId id, int version) {
    Acteur acteur = exiger();
    return tenue.changerMotDePasse(acteur, exigerChanger(acteur, id, version));
  }

  /** Ferme le compte : la personne cesse d’agir aussitôt, son nom reste dans l’histoire. */
  public void desactiver(UtilisateurId id, int version) {
    Acteur acteur = exiger();
    tenue.desactiver(acteur, exigerChanger(acteur, id, version));
  }

  public void reactiver(UtilisateurId id, int version) {
    Acteur acteur = exiger();
    tenue.reactiver(acteur, exigerChanger(acteur, id, version));
  }

  private Acteur exiger() {
    Acteur acteur = acteurs.exiger();
    DroitsAdministration.exigerChanger(acteur, Attribution.UTILISATEURS);
    return acteur;
  }

  private Utilisateur exigerChanger(Acteur acteur, UtilisateurId id, int version) {
    Utilisateur u =
        comptes.verrouiller(acteur.collectivite(), id).orElseThrow(Utilisateurs::introuvable);
    exigerDonner(acteur, u.role());
    if (u.version() != version) {
      throw new ErreurMetier(
          ErreurOrganisation.FICHE_MODIFIEE,
          "Quelqu’un d’autre vient de le modifier. Rien n’a été enregistré : rechargez la page pour voir ses changements, puis refaites les vôtres.");
    }
    return u;
  }

  private static boolean touche(Acteur acteur, RoleUtilisateur role) {
    return role != RoleUtilisateur.SUPER_ADMIN || acteur.role() == RoleUtilisateur.SUPER_ADMIN;
  }

  private static void exigerDonner(Acteur acteur, RoleUtilisateur role) {
    if (!touche(acteur, role)) {
      throw new ErreurMetier(
          ErreurOrganisation.ROLE_RESERVE,
          "Seul un super-administrateur peut nommer un super-administrateur, ou en changer le compte.");
    }
  }

  private static ErreurMetier introuvable() {
    return new ErreurMetier(
        ErreurOrganisation.UTILISATEUR_INTROUVABLE, "Cette personne est introuvable.");
  }
}
