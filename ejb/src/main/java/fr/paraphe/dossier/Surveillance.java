package fr.paraphe.dossier;

import fr.paraphe.dossier.infra.ConnecteurLecture;
import fr.paraphe.dossier.infra.DossierRepository;
import fr.paraphe.dossier.infra.Guichet;
import fr.paraphe.dossier.infra.SurveillanceLecture;
import fr.paraphe.dossier.modele.Auteur;
import fr.paraphe.dossier.modele.Circonstance;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.Droits;
import fr.paraphe.dossier.modele.Porte;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.Attribution;
import fr.paraphe.organisation.DroitsAdministration;
import fr.paraphe.organisation.Roles;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Lot;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/**
 * Les dossiers en circulation, pour qui les administre : les trouver, lire leur journal, retirer
 * celui qui n’aurait pas dû être. Administrer n’ouvre aucun document.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Surveillance {

  private ActeurCourant acteurs;
  private SurveillanceLecture lecture;
  private DossierRepository dossiers;
  private Guichet guichet;
  private ConnecteurLecture journal;
  private Horloge horloge;

  protected Surveillance() {}

  @Inject
  public Surveillance(
      ActeurCourant acteurs,
      SurveillanceLecture lecture,
      DossierRepository dossiers,
      Guichet guichet,
      ConnecteurLecture journal,
      Horloge horloge) {
    this.acteurs = acteurs;
    this.lecture = lecture;
    this.dossiers = dossiers;
    this.guichet = guichet;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Les plus anciens à leur étape d’abord ; un administrateur fonctionnel ou un superviseur ne voit
   * que ceux de ses bureaux.
   */
  public Lot<DossierSurveille> chercher(CritereSurveillance critere) {
    Acteur acteur = acteurs.exiger();
    DroitsAdministration.exigerVoir(acteur, Attribution.DOSSIERS);
    return lecture.chercher(
        acteur.collectivite(), DroitsAdministration.bureauxVisibles(acteur), critere);
  }

  /** Le journal d’un dossier, comme le lit le service classique. */
  public List<LigneJournal> journal(IdentifiantDossier id) {
    Acteur acteur = acteurs.exiger();
    Dossier dossier =
        dossiers
            .chercher(acteur.collectivite(), id)
            .filter(d -> surveillable(Droits.actions(acteur, d)))
            .orElseThrow(() -> Porte.introuvable(id));
    return journal.lignes(dossier.id());
  }

  /** Un superviseur lit ce qu’il supervise. */
  private static boolean surveillable(Set<Action> actions) {
    return actions.contains(Action.SURVEILLER) || actions.contains(Action.LIRE);
  }

  /**
   * Retire un dossier de la circulation, où qu’il en soit.
   *
   * @param motif gardé au journal ; obligatoire, sinon {@link ErreurDossier#MOTIF_EXIGE}
   */
  public void retirer(IdentifiantDossier id, String motif) {
    Acteur acteur = acteurs.exiger();
    Dossier dossier = dossiers.verrouiller(acteur.collectivite(), id);
    Avis avis = Avis.publique(motif);
    Auteur auteur = guichet.franchir(acteur, dossier, Action.RETIRER, avis);
    dossier.retirer(new Circonstance(auteur, horloge.maintenant(), avis, dossiers::nomBureau));
    dossiers.enregistrer(dossier);
  }
}
