package fr.paraphe.organisation;

import fr.paraphe.organisation.infra.CollectiviteRepository;
import fr.paraphe.organisation.infra.TenueUtilisateur;
import fr.paraphe.organisation.modele.Collectivite;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Les collectivités de l’instance, pour un super-administrateur. Il les crée, les nomme, les ferme
 * ; il n’entre pas pour autant dans leurs dossiers. Chaque fait s’écrit dans la chaîne de la
 * collectivité touchée et dans celle de qui agit.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Collectivites {

  private ActeurCourant acteurs;
  private CollectiviteRepository collectivites;
  private TenueUtilisateur comptes;
  private Event<FaitAdministration> faits;

  protected Collectivites() {}

  @Inject
  public Collectivites(
      ActeurCourant acteurs,
      CollectiviteRepository collectivites,
      TenueUtilisateur comptes,
      Event<FaitAdministration> faits) {
    this.acteurs = acteurs;
    this.collectivites = collectivites;
    this.comptes = comptes;
    this.faits = faits;
  }

  /**
   * @param texte cherché dans le domaine et le nom ; vide : toutes
   */
  public Lot<CollectiviteTrouvee> chercher(String texte, Tranche tranche) {
    exiger();
    return collectivites.chercher(texte, tranche);
  }

  public FicheCollectivite lire(CollectiviteId id) {
    Acteur acteur = exiger();
    Collectivite c = collectivites.lire(id).orElseThrow(Collectivites::introuvable);
    return new FicheCollectivite(
        id,
        c.version(),
        c.reglage(),
        c.active(),
        fermable(acteur, c),
        collectivites.taille(id.valeur()));
  }

  /**
   * Crée une collectivité et son administrateur {@code admin}, dont le mot de passe n’est rendu que
   * cette fois.
   *
   * @throws ErreurMetier {@link ErreurOrganisation#DOMAINE_PRIS} et les refus d’un réglage
   *     impossible
   */
  public CompteOuvert creer(ReglageCollectivite reglage, String courriel) {
    Acteur acteur = exiger();
    if (collectivites.domainePris(reglage.domaine())) {
      throw new ErreurMetier(
              ErreurOrganisation.DOMAINE_PRIS,
              "Le domaine « " + reglage.domaine() + " » est déjà celui d’une autre collectivité.")
          .avec(reglage.domaine());
    }
    Collectivite c = new Collectivite(reglage.domaine());
    c.regler(reglage);
    collectivites.ajouter(c);
    CollectiviteId id = new CollectiviteId(c.id());
    publier(
        acteur,
        c,
        ActeAdministration.CREER,
        new Changements().comparer("titre", "", reglage.titre()));
    return comptes.creer(pour(acteur, id), administrateur(courriel));
  }

  /** Le même acteur, écrivant dans cette collectivité. */
  private static Acteur pour(Acteur a, CollectiviteId collectivite) {
    return new Acteur(
        a.id(),
        collectivite,
        a.login(),
        a.prenom(),
        a.nom(),
        a.role(),
        a.bureaux(),
        a.subordonnes(),
        a.delegations(),
        a.bureauTechnique());
  }

  private static ReglageUtilisateur administrateur(String courriel) {
    return new ReglageUtilisateur(
        "admin", "", "Administrateur", courriel, RoleUtilisateur.ADMIN, "", "", "", List.of());
  }

  /**
   * @throws ErreurMetier {@link ErreurOrganisation#FICHE_MODIFIEE}
   */
  public void modifier(CollectiviteId id, int version, ReglageCollectivite reglage) {
    Acteur acteur = exiger();
    Collectivite c = exigerChanger(id, version);
    ReglageCollectivite avant = c.reglage();
    c.regler(reglage);
    Changements changements =
        new Changements()
            .comparer("titre", avant.titre(), c.reglage().titre())
            .comparer("siren", avant.siren(), c.reglage().siren())
            .comparer("VILLE", avant.ville(), c.reglage().ville())
            .comparer("CODEPOSTAL", avant.codePostal(), c.reglage().codePostal());
    if (!changements.aucun()) {
      publier(acteur, c, ActeAdministration.MODIFIER, changements);
    }
  }

  /** Ferme la collectivité : plus personne n’y agit, rien n’y est perdu. */
  public void fermer(CollectiviteId id, int version) {
    Acteur acteur = exiger();
    Collectivite c = exigerChanger(id, version);
    if (!fermable(acteur, c)) {
      throw new ErreurMetier(
          ErreurOrganisation.COLLECTIVITE_NECESSAIRE,
          "La collectivité par défaut et la vôtre ne se ferment pas.");
    }
    c.fermer();
    publier(acteur, c, ActeAdministration.DESACTIVER, new Changements());
  }

  public void rouvrir(CollectiviteId id, int version) {
    Acteur acteur = exiger();
    Collectivite c = exigerChanger(id, version);
    c.rouvrir();
    publier(acteur, c, ActeAdministration.REACTIVER, new Changements());
  }

  private Acteur exiger() {
    Acteur acteur = acteurs.exiger();
    DroitsAdministration.exigerChanger(acteur, Attribution.COLLECTIVITES);
    return acteur;
  }

  private Collectivite exigerChanger(CollectiviteId id, int version) {
    Collectivite c = collectivites.verrouiller(id).orElseThrow(Collectivites::introuvable);
    if (c.version() != version) {
      throw new ErreurMetier(
          ErreurOrganisation.FICHE_MODIFIEE,
          "Quelqu’un d’autre vient de le modifier. Rien n’a été enregistré : rechargez la page pour voir ses changements, puis refaites les vôtres.");
    }
    return c;
  }

  private static boolean fermable(Acteur acteur, Collectivite c) {
    return !c.parDefaut() && c.id() != acteur.collectivite().valeur();
  }

  private void publier(
      Acteur acteur, Collectivite c, ActeAdministration acte, Changements changements) {
    String nom = c.reglage().titre() + " (" + c.reglage().domaine() + ")";
    faits.fire(FaitAdministration.de(acteur, ObjetAdministre.COLLECTIVITE, acte, nom, changements));
    if (c.id() != acteur.collectivite().valeur()) {
      faits.fire(
          FaitAdministration.de(
              pour(acteur, new CollectiviteId(c.id())),
              ObjetAdministre.COLLECTIVITE,
              acte,
              nom,
              changements));
    }
  }

  private static ErreurMetier introuvable() {
    return new ErreurMetier(
        ErreurOrganisation.COLLECTIVITE_INTROUVABLE, "Cette collectivité est introuvable.");
  }
}
