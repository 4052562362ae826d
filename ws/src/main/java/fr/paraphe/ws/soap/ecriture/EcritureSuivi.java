package fr.paraphe.ws.soap.ecriture;

import fr.paraphe.dossier.DossierTrouve;
import fr.paraphe.dossier.DossierTrouve.Acces;
import fr.paraphe.dossier.LigneJournal;
import fr.paraphe.socle.Horloge;
import fr.paraphe.ws.contrat.GetHistoDossierResponse;
import fr.paraphe.ws.contrat.LogDossier;
import fr.paraphe.ws.contrat.RechercherDossiersResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** GetHistoDossier et RechercherDossiers. */
public final class EcritureSuivi {

  /** Toujours trois chiffres de millisecondes, et le décalage local (contrat C.8). */
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(Horloge.ZONE);

  private EcritureSuivi() {}

  public static GetHistoDossierResponse historique(List<LigneJournal> lignes) {
    GetHistoDossierResponse reponse = new GetHistoDossierResponse();
    lignes.forEach(ligne -> reponse.getLogDossier().add(ligne(ligne)));
    reponse.setMessageRetour(Retour.ok());
    return reponse;
  }

  private static LogDossier ligne(LigneJournal ligne) {
    LogDossier log = log(ligne.instant(), ligne.acteur(), ligne.statut().mot());
    log.setAnnotation(ligne.annotation() == null ? "" : ligne.annotation());
    return log;
  }

  public static RechercherDossiersResponse trouves(List<DossierTrouve> trouves) {
    RechercherDossiersResponse reponse = new RechercherDossiersResponse();
    trouves.forEach(trouve -> reponse.getLogDossier().add(trouve(trouve)));
    return reponse;
  }

  private static LogDossier trouve(DossierTrouve trouve) {
    LogDossier log = log(trouve.statutLe(), trouve.id().valeur(), trouve.statut().mot());
    log.setAccessible(acces(trouve.acces()));
    return log;
  }

  private static String acces(Acces acces) {
    return switch (acces) {
      case OK -> "OK";
      case KO -> "KO";
      case RECUPERABLE -> "Recuperable";
    };
  }

  private static LogDossier log(Instant instant, String nom, String statut) {
    LogDossier log = new LogDossier();
    log.setTimestamp(INSTANT.format(instant));
    log.setNom(nom);
    log.setStatus(statut);
    return log;
  }
}
