package fr.paraphe.ws.soap.point;

import static fr.paraphe.ws.soap.point.Reponses.repondre;

import fr.paraphe.dossier.ActeRejouable;
import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Consultation;
import fr.paraphe.dossier.Creation;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.DossierCree;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Instruction;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.Reprise;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.typologie.Typologie;
import fr.paraphe.visuel.Bordereau;
import fr.paraphe.ws.contrat.ArchiverDossierRequest;
import fr.paraphe.ws.contrat.ArchiverDossierResponse;
import fr.paraphe.ws.contrat.CreerDossierPESRequest;
import fr.paraphe.ws.contrat.CreerDossierPESResponse;
import fr.paraphe.ws.contrat.CreerDossierRequest;
import fr.paraphe.ws.contrat.CreerDossierResponse;
import fr.paraphe.ws.contrat.EffacerDossierRejeteResponse;
import fr.paraphe.ws.contrat.ExercerDroitRemordDossierResponse;
import fr.paraphe.ws.contrat.ForcerEtapeRequest;
import fr.paraphe.ws.contrat.ForcerEtapeResponse;
import fr.paraphe.ws.contrat.GetCircuitRequest;
import fr.paraphe.ws.contrat.GetCircuitResponse;
import fr.paraphe.ws.contrat.GetDossierResponse;
import fr.paraphe.ws.contrat.GetHistoDossierResponse;
import fr.paraphe.ws.contrat.GetListeMetaDonneesResponse;
import fr.paraphe.ws.contrat.GetListeSousTypesResponse;
import fr.paraphe.ws.contrat.GetListeTypesResponse;
import fr.paraphe.ws.contrat.GetMetaDonneesRequisesPourTypeSoustypeRequest;
import fr.paraphe.ws.contrat.GetMetaDonneesRequisesPourTypeSoustypeResponse;
import fr.paraphe.ws.contrat.MessageRetour;
import fr.paraphe.ws.contrat.RechercherDossiersRequest;
import fr.paraphe.ws.contrat.RechercherDossiersResponse;
import fr.paraphe.ws.soap.AccuseAttendu;
import fr.paraphe.ws.soap.Echange;
import fr.paraphe.ws.soap.ecriture.EcritureDossier;
import fr.paraphe.ws.soap.ecriture.EcritureSuivi;
import fr.paraphe.ws.soap.ecriture.EcritureTypologie;
import fr.paraphe.ws.soap.ecriture.Retour;
import fr.paraphe.ws.soap.lecture.Champs;
import fr.paraphe.ws.soap.lecture.ErreurLecture;
import fr.paraphe.ws.soap.lecture.LectureCreation;
import fr.paraphe.ws.soap.lecture.LectureRecherche;
import fr.paraphe.ws.soap.reponse.Faute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Chaque opération : lire, demander au domaine, écrire. */
@RequestScoped
public class Parapheur {

  private Echange echange;
  private Typologie typologie;
  private Creation creation;
  private Consultation consultation;
  private Bordereau bordereau;
  private Instruction instruction;
  private Reprise reprise;
  private Accuses accuses;

  protected Parapheur() {}

  @Inject
  public Parapheur(
      Echange echange,
      Typologie typologie,
      Creation creation,
      Consultation consultation,
      Bordereau bordereau,
      Instruction instruction,
      Reprise reprise,
      Accuses accuses) {
    this.echange = echange;
    this.typologie = typologie;
    this.creation = creation;
    this.consultation = consultation;
    this.bordereau = bordereau;
    this.instruction = instruction;
    this.reprise = reprise;
    this.accuses = accuses;
  }

  public String echo(String message) {
    return "[" + echange.login() + "] m'a dit: \"" + (message == null ? "" : message) + "\"!";
  }

  public GetListeTypesResponse types() {
    return sansRetour(
        () -> EcritureTypologie.types(typologie.creables()), new GetListeTypesResponse());
  }

  public GetListeSousTypesResponse sousTypes(String type) {
    return sansRetour(
        () -> EcritureTypologie.sousTypes(typologie.creables(), Champs.court(type)),
        new GetListeSousTypesResponse());
  }

  public GetCircuitResponse circuit(GetCircuitRequest r) {
    return sansRetour(
        () ->
            EcritureTypologie.circuit(
                creation.apercu(
                    Champs.court(r.getTypeTechnique()),
                    Champs.court(r.getSousType()),
                    Optional.empty())),
        new GetCircuitResponse());
  }

  public RechercherDossiersResponse rechercher(RechercherDossiersRequest r) {
    return sansRetour(
        () -> EcritureSuivi.trouves(consultation.rechercher(LectureRecherche.critere(r))),
        new RechercherDossiersResponse());
  }

  public GetListeMetaDonneesResponse dictionnaire() {
    return sansRetour(
        () -> EcritureTypologie.dictionnaire(typologie.dictionnaire()),
        new GetListeMetaDonneesResponse());
  }

  public GetMetaDonneesRequisesPourTypeSoustypeResponse requises(
      GetMetaDonneesRequisesPourTypeSoustypeRequest r) {
    return sansRetour(
        () ->
            EcritureTypologie.requises(
                typologie.metadonnees(
                    Champs.court(r.getTypeTechnique()), Champs.court(r.getSousType()))),
        new GetMetaDonneesRequisesPourTypeSoustypeResponse());
  }

  public CreerDossierResponse creer(CreerDossierRequest r) {
    return repondre(
        () -> creerEtNoter(new LectureCreation(echange).commande(r)),
        EcritureDossier::refusCreation);
  }

  public CreerDossierPESResponse creerPes(CreerDossierPESRequest r) {
    return EcritureDossier.pesCree(
        repondre(
            () -> creerEtNoter(new LectureCreation(echange).pes(r)),
            EcritureDossier::refusCreation));
  }

  private CreerDossierResponse creerEtNoter(CreerDossier commande) {
    attendre("creer", cle(commande));
    DossierCree cree = creation.creer(commande);
    echange.attendreAccuse(accuse(cree));
    return EcritureDossier.cree(cree);
  }

  /**
   * Sans identifiant, aucun doute tardif : deux dépôts voulus de même titre et de mêmes documents
   * n’en feraient plus qu’un.
   */
  private AccuseAttendu accuse(DossierCree cree) {
    IdentifiantDossier id = cree.identifiant();
    Runnable remise = () -> creation.accuserReception(id);
    return cree.identifiantDonne()
        ? new AccuseAttendu(remise, () -> creation.doute(id))
        : new AccuseAttendu(remise);
  }

  /** Sans identifiant, une reprise se reconnaît à son titre et à ses documents. */
  private static String cle(CreerDossier commande) {
    return commande
        .identifiant()
        .map(IdentifiantDossier::valeur)
        .orElseGet(
            () ->
                commande.titre() + '\n' + commande.principaux().stream().map(Piece::blob).toList());
  }

  /** Une même demande dont la réponse part encore : attendre de savoir si elle arrive. */
  private void attendre(String acte, String cle) {
    echange.alaFin(accuses.attendre(echange.login() + '\n' + acte + '\n' + cle));
  }

  private void rejouable(ActeRejouable acte, IdentifiantDossier id) {
    attendre(acte.name(), id.valeur());
    reprise.faire(acte, id);
    echange.attendreAccuse(
        new AccuseAttendu(() -> reprise.accuserReception(acte, id), () -> reprise.doute(acte, id)));
  }

  public GetHistoDossierResponse historique(String id) {
    return repondre(
        () -> EcritureSuivi.historique(consultation.historique(Champs.dossier(id))),
        refus -> {
          GetHistoDossierResponse reponse = EcritureSuivi.historique(List.of());
          reponse.setMessageRetour(refus);
          return reponse;
        });
  }

  public GetDossierResponse dossier(String id) {
    return repondre(() -> complet(Champs.dossier(id)), EcritureDossier::refusLecture);
  }

  private GetDossierResponse complet(IdentifiantDossier id) {
    return EcritureDossier.complet(consultation.complet(id), bordereau.rediger(id), echange);
  }

  public ArchiverDossierResponse archiver(ArchiverDossierRequest r) {
    return repondre(
        () ->
            EcritureDossier.archive(
                archiver(Champs.dossier(r.getDossierID()), Champs.court(r.getArchivageAction()))),
        EcritureDossier::archive);
  }

  /** Sans action, c’est ARCHIVER (contrat J). */
  private MessageRetour archiver(IdentifiantDossier id, String action) {
    switch (action) {
      case "", "ARCHIVER" -> {
        rejouable(ActeRejouable.ARCHIVER, id);
        return Retour.archive(id);
      }
      case "EFFACER" -> {
        rejouable(ActeRejouable.EFFACER_TERMINE, id);
        return Retour.supprime(id);
      }
      default ->
          throw new ErreurMetier(
              ErreurLecture.REQUETE_INVALIDE,
              "L’ArchivageAction « " + action + " » est inconnue : ARCHIVER ou EFFACER.");
    }
  }

  public EffacerDossierRejeteResponse effacerRejete(String valeur) {
    return repondre(
        () -> {
          IdentifiantDossier id = Champs.dossier(valeur);
          rejouable(ActeRejouable.EFFACER_REJETE, id);
          return EcritureDossier.efface(Retour.supprime(id));
        },
        EcritureDossier::efface);
  }

  public ExercerDroitRemordDossierResponse recuperer(String valeur) {
    return repondre(
        () -> {
          IdentifiantDossier id = Champs.dossier(valeur);
          rejouable(ActeRejouable.RECUPERER, id);
          return EcritureDossier.recupere(Retour.recupere(id));
        },
        EcritureDossier::recupere);
  }

  public ForcerEtapeResponse forcerEtape(ForcerEtapeRequest r) {
    return repondre(
        () -> {
          forcer(Champs.dossier(r.getDossierID()), Champs.court(r.getCodeTransition()), avis(r));
          return EcritureDossier.etapeForcee(Retour.ok());
        },
        EcritureDossier::etapeForcee);
  }

  /** Seulement sur une étape de visa que l’appelant tient (contrat B.12). */
  private void forcer(IdentifiantDossier id, String transition, Avis avis) {
    if (!consultation.fiche(id).actions().contains(Action.VISER)) {
      throw new ErreurMetier(
          ErreurLecture.REQUETE_INVALIDE, "Le dossierID '" + id + "' n’attend pas votre visa.");
    }
    switch (transition) {
      case "OK" -> instruction.viser(id, avis);
      case "KO" -> instruction.rejeter(id, avis);
      default ->
          throw new ErreurMetier(
              ErreurLecture.REQUETE_INVALIDE,
              "Le CodeTransition « " + transition + " » est inconnu : OK ou KO.");
    }
  }

  private static Avis avis(ForcerEtapeRequest r) {
    return new Avis(r.getAnnotationPublique(), r.getAnnotationPrivee(), OptionalInt.empty());
  }

  /**
   * Pour une réponse qui n’a pas de MessageRetour : un refus la laisse vide, une panne donne une
   * faute.
   */
  private <T> T sansRetour(Supplier<T> acte, T vide) {
    try {
      return acte.get();
    } catch (ErreurMetier e) {
      return vide;
    } catch (RuntimeException e) {
      echange.echouer(new Faute(Faute.Code.Server, Reponses.phrase(e)));
      return vide;
    }
  }
}
