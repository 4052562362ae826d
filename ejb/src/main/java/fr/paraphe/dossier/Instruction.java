package fr.paraphe.dossier;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.infra.DossierRepository;
import fr.paraphe.dossier.infra.Guichet;
import fr.paraphe.dossier.modele.Auteur;
import fr.paraphe.dossier.modele.Circonstance;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.Droits;
import fr.paraphe.dossier.modele.Porte;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.Roles;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.function.BiConsumer;

/**
 * La porte unique des décisions. Chaque acte relit l’acteur, verrouille le dossier, demande à
 * {@link Droits#actions} ce qui est permis, applique le verbe et écrit ; de deux décisions
 * simultanées, une seule passe.
 *
 * <p>Toutes les méthodes refusent par {@link ErreurMetier} : {@link ErreurDossier#INTROUVABLE},
 * {@link ErreurDossier#DEJA_TRAITE}, {@link ErreurDossier#ACTION_INTERDITE}, {@link
 * ErreurDossier#ANNOTATION_TROP_LONGUE}.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Instruction {

  private ActeurCourant acteurs;
  private DossierRepository dossiers;
  private Guichet guichet;
  private Horloge horloge;

  protected Instruction() {}

  @Inject
  public Instruction(
      ActeurCourant acteurs, DossierRepository dossiers, Guichet guichet, Horloge horloge) {
    this.acteurs = acteurs;
    this.dossiers = dossiers;
    this.guichet = guichet;
    this.horloge = horloge;
  }

  public void transmettre(IdentifiantDossier id, Avis avis) {
    decider(id, Action.TRANSMETTRE, avis, Dossier::transmettre);
  }

  public void viser(IdentifiantDossier id, Avis avis) {
    decider(id, Action.VISER, avis, Dossier::viser);
  }

  /** Le motif est l’annotation publique ; sans motif : {@link ErreurDossier#MOTIF_EXIGE}. */
  public void rejeter(IdentifiantDossier id, Avis avis) {
    decider(id, Action.REJETER, avis, Dossier::rejeter);
  }

  /** Droit de remords : reprend sa décision tant que la suite n’a été ni ouverte ni traitée. */
  public void recuperer(IdentifiantDossier id, Avis avis) {
    decider(id, Action.RECUPERER, avis, Dossier::recuperer);
  }

  /**
   * ExercerDroitRemordDossier (contrat §B.15) : l’émetteur reprend un dossier que personne n’a
   * encore ouvert ; sinon {@link ErreurDossier#NON_EMIS} ou {@link ErreurDossier#NON_RECUPERABLE}.
   */
  public void recupererEmis(IdentifiantDossier id) {
    Dossier dossier = verrouillerLisible(id);
    exigerEmis(dossier);
    appliquer(dossier, Action.RECUPERER, Avis.SANS, Dossier::recuperer);
  }

  private static void exigerEmis(Dossier dossier) {
    IdentifiantDossier id = dossier.identifiant();
    if (dossier.etat() == EtatDossier.BROUILLON) {
      throw new ErreurMetier(ErreurDossier.NON_EMIS, "Le dossierID '" + id + "' n'a pas été émis.");
    }
    if (dossier.recuperable().filter(e -> e.action() == ActionDemandee.EMISSION).isEmpty()) {
      throw new ErreurMetier(
              ErreurDossier.NON_RECUPERABLE,
              "Le dossierID '"
                  + id
                  + "' a déjà été ouvert ou traité : il ne peut plus être récupéré.")
          .avec(id.valeur());
    }
  }

  /**
   * Classe un dossier en fin de circuit ; sinon {@link ErreurDossier#NON_ARCHIVABLE} (contrat
   * §B.13).
   */
  public void archiver(IdentifiantDossier id) {
    Dossier dossier = verrouillerLisible(id);
    exigerEtat(dossier, EtatDossier.TERMINE, nonArchivable(id));
    appliquer(dossier, Action.ARCHIVER, Avis.SANS, Dossier::archiver);
  }

  /** ArchiverDossier EFFACER : retire un dossier en fin de circuit (contrat §B.13). */
  public void effacerTermine(IdentifiantDossier id) {
    Dossier dossier = verrouillerLisible(id);
    exigerEtat(dossier, EtatDossier.TERMINE, nonArchivable(id));
    appliquer(dossier, Action.EFFACER, Avis.SANS, Dossier::effacer);
  }

  /** EffacerDossierRejete (contrat §B.14) : seulement un dossier rejeté. */
  public void effacerRejete(IdentifiantDossier id) {
    Dossier dossier = verrouillerLisible(id);
    exigerEtat(
        dossier,
        EtatDossier.REJETE,
        new ErreurMetier(ErreurDossier.NON_EFFACABLE, "Le dossierID '" + id + "' n'est pas rejeté.")
            .avec(id.valeur()));
    appliquer(dossier, Action.EFFACER, Avis.SANS, Dossier::effacer);
  }

  /** Supprime un brouillon, un dossier rejeté ou un dossier en fin de circuit. */
  public void effacer(IdentifiantDossier id) {
    decider(id, Action.EFFACER, Avis.SANS, Dossier::effacer);
  }

  /**
   * La personne en charge de l’étape a ouvert le dossier ; sans effet pour tout autre lecteur ou la
   * seconde fois.
   */
  public void marquerLu(IdentifiantDossier id) {
    Acteur acteur = acteurs.exiger();
    boolean aLire =
        dossiers.chercher(acteur.collectivite(), id).filter(d -> aLire(acteur, d)).isPresent();
    if (aLire) {
      Dossier dossier = dossiers.verrouiller(acteur.collectivite(), id);
      Droits.titre(acteur, dossier)
          .filter(auteur -> aLire(acteur, dossier))
          .ifPresent(auteur -> lire(dossier, auteur));
    }
  }

  private static boolean aLire(Acteur acteur, Dossier dossier) {
    return Droits.titre(acteur, dossier)
        .map(dossier::active)
        .filter(e -> e.action().aTraiter() && !e.lue())
        .isPresent();
  }

  private void lire(Dossier dossier, Auteur auteur) {
    dossier.lire(circonstance(auteur, Avis.SANS));
    dossiers.enregistrer(dossier);
  }

  private void decider(
      IdentifiantDossier id, Action action, Avis avis, BiConsumer<Dossier, Circonstance> verbe) {
    Acteur acteur = acteurs.exiger();
    appliquer(acteur, dossiers.verrouiller(acteur.collectivite(), id), action, avis, verbe);
  }

  private void appliquer(
      Dossier dossier, Action action, Avis avis, BiConsumer<Dossier, Circonstance> verbe) {
    appliquer(acteurs.exiger(), dossier, action, avis, verbe);
  }

  private void appliquer(
      Acteur acteur,
      Dossier dossier,
      Action action,
      Avis avis,
      BiConsumer<Dossier, Circonstance> verbe) {
    Auteur auteur = guichet.franchir(acteur, dossier, action, avis);
    verbe.accept(dossier, circonstance(auteur, avis));
    dossiers.enregistrer(dossier);
  }

  private Dossier verrouillerLisible(IdentifiantDossier id) {
    Acteur acteur = acteurs.exiger();
    Dossier dossier = dossiers.verrouiller(acteur.collectivite(), id);
    if (Droits.actions(acteur, dossier).isEmpty()) {
      throw Porte.introuvable(id);
    }
    return dossier;
  }

  private static void exigerEtat(Dossier dossier, EtatDossier etat, ErreurMetier refus) {
    if (dossier.etat() != etat) {
      throw refus;
    }
  }

  private static ErreurMetier nonArchivable(IdentifiantDossier id) {
    return new ErreurMetier(
            ErreurDossier.NON_ARCHIVABLE, "Le dossierID '" + id + "' n'est pas archivable.")
        .avec(id.valeur());
  }

  private Circonstance circonstance(Auteur auteur, Avis avis) {
    return new Circonstance(auteur, horloge.maintenant(), avis, dossiers::nomBureau);
  }
}
