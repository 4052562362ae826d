package fr.paraphe.organisation;

import fr.paraphe.organisation.infra.BureauRepository;
import fr.paraphe.organisation.infra.LectureBureaux;
import fr.paraphe.organisation.infra.TenueBureau;
import fr.paraphe.organisation.modele.Bureau;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * L’administration des bureaux. Un administrateur de collectivité les tient tous, un administrateur
 * fonctionnel ceux qu’on lui a confiés, un superviseur voit les siens. Le bureau d’une autre
 * collectivité est introuvable.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Bureaux {

  private ActeurCourant acteurs;
  private BureauRepository bureaux;
  private LectureBureaux lecture;
  private TenueBureau tenue;
  private Horloge horloge;

  protected Bureaux() {}

  @Inject
  public Bureaux(
      ActeurCourant acteurs,
      BureauRepository bureaux,
      LectureBureaux lecture,
      TenueBureau tenue,
      Horloge horloge) {
    this.acteurs = acteurs;
    this.bureaux = bureaux;
    this.lecture = lecture;
    this.tenue = tenue;
    this.horloge = horloge;
  }

  /**
   * @param texte cherché dans le nom, le titre et les personnes ; vide : tous
   */
  public Lot<BureauTrouve> chercher(String texte, Tranche tranche) {
    Acteur acteur = acteurs.exiger();
    DroitsAdministration.exigerVoir(acteur, Attribution.BUREAUX);
    return lecture.chercher(
        acteur.collectivite(), texte, DroitsAdministration.bureauxVisibles(acteur), tranche);
  }

  public FicheBureau lire(BureauId id) {
    Acteur acteur = acteurs.exiger();
    exigerVoir(acteur, id);
    Bureau bureau = bureaux.lire(acteur.collectivite(), id).orElseThrow(Bureaux::introuvable);
    return new FicheBureau(
        id,
        bureau.version(),
        tenue.reglage(bureau),
        lecture.chemin(bureau.id()),
        bureau.actif(),
        lecture.emplois(acteur.collectivite(), bureau.id(), horloge.maintenant()),
        DroitsAdministration.administre(acteur, id),
        DroitsAdministration.administreTout(acteur));
  }

  /**
   * La personne de cet identifiant, pour la mettre dans un bureau.
   *
   * @throws ErreurMetier {@link ErreurOrganisation#PERSONNE_INCONNUE}
   */
  public ActeurDeBureau personne(String identifiant, RoleBureau role) {
    Acteur acteur = acteurs.exiger();
    DroitsAdministration.exigerChanger(acteur, Attribution.BUREAUX);
    return lecture
        .personne(acteur.collectivite(), identifiant.strip(), role)
        .orElseThrow(
            () ->
                new ErreurMetier(
                        ErreurOrganisation.PERSONNE_INCONNUE,
                        "Aucun compte ouvert n’a l’identifiant « " + identifiant.strip() + " ».")
                    .avec(identifiant.strip()));
  }

  /**
   * @throws ErreurMetier {@link ErreurOrganisation#NOM_PRIS} et les refus d’un réglage impossible
   */
  public BureauId creer(ReglageBureau reglage) {
    Acteur acteur = exigerTout();
    if (bureaux.parNom(acteur.collectivite(), reglage.nomCourt()).isPresent()) {
      throw new ErreurMetier(
              ErreurOrganisation.NOM_PRIS,
              "Le nom « " + reglage.nomCourt() + " » est déjà celui d’un autre bureau.")
          .avec(reglage.nomCourt());
    }
    return new BureauId(tenue.creer(acteur, reglage));
  }

  /**
   * @param version celle de la fiche lue
   * @throws ErreurMetier {@link ErreurOrganisation#FICHE_MODIFIEE}
   */
  public void modifier(BureauId id, int version, ReglageBureau reglage) {
    Acteur acteur = acteurs.exiger();
    tenue.modifier(acteur, exigerChanger(acteur, id, version), reglage);
  }

  /**
   * @throws ErreurMetier {@link ErreurOrganisation#BUREAU_EMPLOYE} tant que quelque chose le
   *     retient
   */
  public void desactiver(BureauId id, int version) {
    Acteur acteur = exigerTout();
    Bureau bureau = exigerChanger(acteur, id, version);
    exigerLibre(acteur, bureau);
    tenue.desactiver(acteur, bureau);
  }

  public void reactiver(BureauId id, int version) {
    Acteur acteur = exigerTout();
    tenue.reactiver(acteur, exigerChanger(acteur, id, version));
  }

  /** N’efface qu’un bureau qui n’a jamais servi ; les autres se désactivent. */
  public void supprimer(BureauId id, int version) {
    Acteur acteur = exigerTout();
    Bureau bureau = exigerChanger(acteur, id, version);
    exigerLibre(acteur, bureau);
    if (lecture.aServi(bureau.id())) {
      throw new ErreurMetier(
          ErreurOrganisation.BUREAU_A_SERVI,
          "Ce bureau a déjà servi : son nom reste dans l’histoire des dossiers. Désactivez-le.");
    }
    tenue.supprimer(acteur, bureau);
  }

  private Acteur exigerTout() {
    Acteur acteur = acteurs.exiger();
    DroitsAdministration.exigerChanger(acteur, Attribution.BUREAUX);
    if (!DroitsAdministration.administreTout(acteur)) {
      throw new ErreurMetier(
          ErreurOrganisation.ADMINISTRATION_INTERDITE,
          "Cette partie de l’administration ne vous est pas ouverte.");
    }
    return acteur;
  }

  private static void exigerVoir(Acteur acteur, BureauId id) {
    DroitsAdministration.exigerVoir(acteur, Attribution.BUREAUX);
    if (!DroitsAdministration.bureauxVisibles(acteur).map(b -> b.contains(id)).orElse(true)) {
      throw introuvable();
    }
  }

  private Bureau exigerChanger(Acteur acteur, BureauId id, int version) {
    exigerVoir(acteur, id);
    DroitsAdministration.exigerChanger(acteur, Attribution.BUREAUX);
    if (!DroitsAdministration.administre(acteur, id)) {
      throw introuvable();
    }
    Bureau bureau =
        bureaux.verrouiller(acteur.collectivite(), id).orElseThrow(Bureaux::introuvable);
    if (bureau.version() != version) {
      throw new ErreurMetier(
          ErreurOrganisation.FICHE_MODIFIEE,
          "Quelqu’un d’autre vient de le modifier. Rien n’a été enregistré : rechargez la page pour voir ses changements, puis refaites les vôtres.");
    }
    return bureau;
  }

  private void exigerLibre(Acteur acteur, Bureau bureau) {
    List<EmploiBureau> emplois =
        lecture.emplois(acteur.collectivite(), bureau.id(), horloge.maintenant());
    if (!emplois.isEmpty()) {
      throw new ErreurMetier(
          ErreurOrganisation.BUREAU_EMPLOYE,
          "Ce bureau sert encore : la page en donne la liste. Rien n’a changé.");
    }
  }

  private static ErreurMetier introuvable() {
    return new ErreurMetier(ErreurOrganisation.BUREAU_INTROUVABLE, "Ce bureau est introuvable.");
  }
}
