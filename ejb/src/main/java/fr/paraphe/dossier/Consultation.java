package fr.paraphe.dossier;

import fr.paraphe.dossier.infra.AccueilLecture;
import fr.paraphe.dossier.infra.ConnecteurLecture;
import fr.paraphe.dossier.infra.CorbeilleLecture;
import fr.paraphe.dossier.infra.DocumentLecture;
import fr.paraphe.dossier.infra.DossierRepository;
import fr.paraphe.dossier.infra.FicheLecture;
import fr.paraphe.dossier.modele.Dossier;
import fr.paraphe.dossier.modele.Droits;
import fr.paraphe.dossier.modele.Porte;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.organisation.Roles;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Lot;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tout ce qui se lit. Un dossier que l’appelant n’a pas le droit de lire est {@link
 * ErreurDossier#INTROUVABLE}, comme un dossier qui n’existe pas.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Consultation {

  private ActeurCourant acteurs;
  private DossierRepository dossiers;
  private AccueilLecture accueil;
  private CorbeilleLecture corbeilles;
  private FicheLecture fiches;
  private DocumentLecture documents;
  private ConnecteurLecture connecteurs;

  protected Consultation() {}

  @Inject
  public Consultation(
      ActeurCourant acteurs,
      DossierRepository dossiers,
      AccueilLecture accueil,
      CorbeilleLecture corbeilles,
      FicheLecture fiches,
      DocumentLecture documents,
      ConnecteurLecture connecteurs) {
    this.acteurs = acteurs;
    this.dossiers = dossiers;
    this.accueil = accueil;
    this.corbeilles = corbeilles;
    this.fiches = fiches;
    this.documents = documents;
    this.connecteurs = connecteurs;
  }

  /**
   * Les bureaux de l’appelant et leurs pastilles, par ordre alphabétique ; une seule requête les
   * compte.
   */
  public List<BureauAccueil> bureaux() {
    return accueil.bureaux(acteurs.exiger());
  }

  /** Une tranche d’une bannette d’un bureau que l’appelant tient. */
  public Lot<DossierResume> corbeille(DemandeCorbeille demande) {
    exigerTenu(acteurs.exiger(), demande.bureau());
    return corbeilles.lire(demande);
  }

  /** La place d’un dossier dans une bannette, et ses voisins ; vide s’il n’y est pas. */
  public Optional<Situation> situer(DemandeCorbeille demande, IdentifiantDossier courant) {
    exigerTenu(acteurs.exiger(), demande.bureau());
    return corbeilles.situer(demande, courant);
  }

  public FicheDossier fiche(IdentifiantDossier id) {
    Acteur acteur = acteurs.exiger();
    return fiches.lire(acteur, lisible(acteur, id));
  }

  /** Le contenu courant d’un document (signé s’il l’a été). */
  public Contenu contenu(UUID document) {
    return documents.contenu(lisible(document), document);
  }

  /** Ce que la visionneuse montre : le visuel PDF s’il y en a un, sinon le document. */
  public Contenu visuel(UUID document) {
    return documents.visuel(lisible(document), document);
  }

  /**
   * GetHistoDossier : les lignes visibles, dans l’ordre ; aussi d’un dossier archivé. Une seule
   * lecture pour qui émet ou tient un bureau du circuit ; un délégué passe par {@link Droits}.
   */
  public List<LigneJournal> historique(IdentifiantDossier id) {
    Acteur acteur = acteurs.exiger();
    List<LigneJournal> lignes = connecteurs.historique(acteur, id);
    return lignes.isEmpty() ? connecteurs.lignes(lisible(acteur, id).id()) : lignes;
  }

  /**
   * RechercherDossiers : les dossiers en circulation émis par l’appelant, dans l’ordre de création.
   */
  public List<DossierTrouve> rechercher(CritereRecherche critere) {
    return connecteurs.rechercher(acteurs.exiger(), critere);
  }

  /** GetDossier. */
  public DossierComplet complet(IdentifiantDossier id) {
    Acteur acteur = acteurs.exiger();
    return connecteurs.complet(lisible(acteur, id));
  }

  private Dossier lisible(Acteur acteur, IdentifiantDossier id) {
    return dossiers
        .chercher(acteur.collectivite(), id)
        .filter(d -> Droits.actions(acteur, d).contains(Action.LIRE))
        .orElseThrow(() -> Porte.introuvable(id));
  }

  private Dossier lisible(UUID document) {
    Acteur acteur = acteurs.exiger();
    return documents
        .dossierDe(acteur.collectivite(), document)
        .filter(d -> Droits.actions(acteur, d).contains(Action.LIRE))
        .orElseThrow(
            () -> new ErreurMetier(ErreurDossier.INTROUVABLE, "Ce document est introuvable."));
  }

  private static void exigerTenu(Acteur acteur, BureauId bureau) {
    boolean tenu =
        acteur.possede(bureau)
            || acteur.a(bureau, RoleBureau.SECRETAIRE)
            || acteur.a(bureau, RoleBureau.SUPERVISEUR);
    if (!tenu) {
      throw new ErreurMetier(ErreurOrganisation.BUREAU_INTERDIT, "Ce bureau est introuvable.");
    }
  }
}
