package fr.paraphe.ws.soap.point;

import static fr.paraphe.ws.soap.point.Reponses.repondre;

import fr.paraphe.dossier.Contenu;
import fr.paraphe.transmission.EnvoiMail;
import fr.paraphe.transmission.Transmission;
import fr.paraphe.ws.contrat.EnvoyerDossierMailSecuriseRequest;
import fr.paraphe.ws.contrat.EnvoyerDossierMailSecuriseResponse;
import fr.paraphe.ws.contrat.EnvoyerDossierPESResponse;
import fr.paraphe.ws.contrat.EnvoyerDossierTdTResponse;
import fr.paraphe.ws.contrat.GetClassificationActesTdtRequest;
import fr.paraphe.ws.contrat.GetClassificationActesTdtResponse;
import fr.paraphe.ws.contrat.GetStatutTdTResponse;
import fr.paraphe.ws.contrat.MessageRetour;
import fr.paraphe.ws.soap.Echange;
import fr.paraphe.ws.soap.ecriture.EcritureDossier;
import fr.paraphe.ws.soap.ecriture.Retour;
import fr.paraphe.ws.soap.lecture.Champs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Les opérations qui demandent un tiers (contrat B.16 à B.20). */
@RequestScoped
public class Transmissions {

  private Echange echange;
  private Transmission transmission;

  protected Transmissions() {}

  @Inject
  public Transmissions(Echange echange, Transmission transmission) {
    this.echange = echange;
    this.transmission = transmission;
  }

  public EnvoyerDossierTdTResponse envoyerTdt(String id) {
    EnvoyerDossierTdTResponse reponse = new EnvoyerDossierTdTResponse();
    reponse.setMessageRetour(teletransmissible(id));
    return reponse;
  }

  public EnvoyerDossierPESResponse envoyerPes(String id) {
    EnvoyerDossierPESResponse reponse = new EnvoyerDossierPESResponse();
    reponse.setMessageRetour(teletransmissible(id));
    return reponse;
  }

  public GetStatutTdTResponse statutTdt(String id) {
    GetStatutTdTResponse reponse = new GetStatutTdTResponse();
    reponse.setMessageRetour(teletransmissible(id));
    return reponse;
  }

  private MessageRetour teletransmissible(String id) {
    return repondre(
        () -> {
          transmission.exigerTeletransmissible(Champs.dossier(id));
          return Retour.ok();
        },
        refus -> refus);
  }

  public GetClassificationActesTdtResponse classification(GetClassificationActesTdtRequest r) {
    return repondre(
        () -> {
          boolean aJour = "OUI".equalsIgnoreCase(Champs.court(r.getDemanderMiseAJourTdt()));
          Contenu xml = transmission.classification(Champs.court(r.getTypeTechnique()), aJour);
          return classification(Retour.ok(), EcritureDossier.document(xml, echange));
        },
        refus -> classification(refus, null));
  }

  private static GetClassificationActesTdtResponse classification(
      MessageRetour retour, fr.paraphe.ws.contrat.TypeDoc xml) {
    GetClassificationActesTdtResponse reponse = new GetClassificationActesTdtResponse();
    reponse.setClassification(xml);
    reponse.setMessageRetour(retour);
    return reponse;
  }

  public EnvoyerDossierMailSecuriseResponse envoyerMail(EnvoyerDossierMailSecuriseRequest r) {
    EnvoyerDossierMailSecuriseResponse reponse = new EnvoyerDossierMailSecuriseResponse();
    reponse.setMessageRetour(
        repondre(
            () -> {
              transmission.envoyer(envoi(r));
              return Retour.ok();
            },
            refus -> refus));
    return reponse;
  }

  private static EnvoiMail envoi(EnvoyerDossierMailSecuriseRequest r) {
    List<String> destinataires =
        Stream.of(Champs.court(r.getRcptTo()).split("[,; ]+")).filter(a -> !a.isEmpty()).toList();
    return new EnvoiMail(
        Champs.dossier(r.getDossier()),
        destinataires,
        Champs.court(r.getSubject()),
        r.getMessage() == null ? "" : r.getMessage().strip(),
        r.getPassword() == null ? "" : r.getPassword(),
        Boolean.TRUE.equals(r.isSendPassword()));
  }
}
