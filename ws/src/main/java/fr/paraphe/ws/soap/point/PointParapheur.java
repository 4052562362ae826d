package fr.paraphe.ws.soap.point;

import fr.paraphe.ws.contrat.ArchiverDossierRequest;
import fr.paraphe.ws.contrat.ArchiverDossierResponse;
import fr.paraphe.ws.contrat.CreerDossierPESRequest;
import fr.paraphe.ws.contrat.CreerDossierPESResponse;
import fr.paraphe.ws.contrat.CreerDossierRequest;
import fr.paraphe.ws.contrat.CreerDossierResponse;
import fr.paraphe.ws.contrat.EffacerDossierRejeteResponse;
import fr.paraphe.ws.contrat.EnvoyerDossierMailSecuriseRequest;
import fr.paraphe.ws.contrat.EnvoyerDossierMailSecuriseResponse;
import fr.paraphe.ws.contrat.EnvoyerDossierPESResponse;
import fr.paraphe.ws.contrat.EnvoyerDossierTdTResponse;
import fr.paraphe.ws.contrat.ExercerDroitRemordDossierResponse;
import fr.paraphe.ws.contrat.ForcerEtapeRequest;
import fr.paraphe.ws.contrat.ForcerEtapeResponse;
import fr.paraphe.ws.contrat.GetCircuitRequest;
import fr.paraphe.ws.contrat.GetCircuitResponse;
import fr.paraphe.ws.contrat.GetClassificationActesTdtRequest;
import fr.paraphe.ws.contrat.GetClassificationActesTdtResponse;
import fr.paraphe.ws.contrat.GetDossierResponse;
import fr.paraphe.ws.contrat.GetHistoDossierResponse;
import fr.paraphe.ws.contrat.GetListeMetaDonneesResponse;
import fr.paraphe.ws.contrat.GetListeSousTypesResponse;
import fr.paraphe.ws.contrat.GetListeTypesResponse;
import fr.paraphe.ws.contrat.GetMetaDonneesRequisesPourTypeSoustypeRequest;
import fr.paraphe.ws.contrat.GetMetaDonneesRequisesPourTypeSoustypeResponse;
import fr.paraphe.ws.contrat.GetStatutTdTResponse;
import fr.paraphe.ws.contrat.InterfaceParapheur;
import fr.paraphe.ws.contrat.RechercherDossiersRequest;
import fr.paraphe.ws.contrat.RechercherDossiersResponse;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.jws.WebService;

/**
 * Le point d’entrée que Metro appelle. Metro n’injecte rien dans ses points d’entrée : les
 * opérations se demandent au conteneur à chaque appel.
 */
@WebService(
    endpointInterface = "fr.paraphe.ws.contrat.InterfaceParapheur",
    targetNamespace = "http://www.adullact.org/spring-ws/iparapheur/1.0",
    serviceName = "InterfaceParapheurService",
    portName = "InterfaceParapheurSoap11")
public class PointParapheur implements InterfaceParapheur {

  private static Parapheur parapheur() {
    return CDI.current().select(Parapheur.class).get();
  }

  private static Transmissions transmissions() {
    return CDI.current().select(Transmissions.class).get();
  }

  @Override
  public String echo(String requete) {
    return parapheur().echo(requete);
  }

  @Override
  public GetListeTypesResponse getListeTypes(Object requete) {
    return parapheur().types();
  }

  @Override
  public GetListeSousTypesResponse getListeSousTypes(String requete) {
    return parapheur().sousTypes(requete);
  }

  @Override
  public GetCircuitResponse getCircuit(GetCircuitRequest requete) {
    return parapheur().circuit(requete);
  }

  @Override
  public CreerDossierResponse creerDossier(CreerDossierRequest requete) {
    return parapheur().creer(requete);
  }

  @Override
  public RechercherDossiersResponse rechercherDossiers(RechercherDossiersRequest requete) {
    return parapheur().rechercher(requete);
  }

  @Override
  public GetHistoDossierResponse getHistoDossier(String requete) {
    return parapheur().historique(requete);
  }

  @Override
  public GetDossierResponse getDossier(String requete) {
    return parapheur().dossier(requete);
  }

  @Override
  public ArchiverDossierResponse archiverDossier(ArchiverDossierRequest requete) {
    return parapheur().archiver(requete);
  }

  @Override
  public EffacerDossierRejeteResponse effacerDossierRejete(String requete) {
    return parapheur().effacerRejete(requete);
  }

  @Override
  public GetListeMetaDonneesResponse getListeMetaDonnees(Object requete) {
    return parapheur().dictionnaire();
  }

  @Override
  public EnvoyerDossierTdTResponse envoyerDossierTdT(String requete) {
    return transmissions().envoyerTdt(requete);
  }

  @Override
  public EnvoyerDossierPESResponse envoyerDossierPES(String requete) {
    return transmissions().envoyerPes(requete);
  }

  @Override
  public GetStatutTdTResponse getStatutTdT(String requete) {
    return transmissions().statutTdt(requete);
  }

  @Override
  public ExercerDroitRemordDossierResponse exercerDroitRemordDossier(String requete) {
    return parapheur().recuperer(requete);
  }

  @Override
  public CreerDossierPESResponse creerDossierPES(CreerDossierPESRequest requete) {
    return parapheur().creerPes(requete);
  }

  @Override
  public ForcerEtapeResponse forcerEtape(ForcerEtapeRequest requete) {
    return parapheur().forcerEtape(requete);
  }

  @Override
  public GetClassificationActesTdtResponse getClassificationActesTdt(
      GetClassificationActesTdtRequest requete) {
    return transmissions().classification(requete);
  }

  @Override
  public EnvoyerDossierMailSecuriseResponse envoyerDossierMailSecurise(
      EnvoyerDossierMailSecuriseRequest requete) {
    return transmissions().envoyerMail(requete);
  }

  @Override
  public GetMetaDonneesRequisesPourTypeSoustypeResponse getMetaDonneesRequisesPourTypeSoustype(
      GetMetaDonneesRequisesPourTypeSoustypeRequest requete) {
    return parapheur().requises(requete);
  }
}
