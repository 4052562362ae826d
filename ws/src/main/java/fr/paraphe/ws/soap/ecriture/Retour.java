package fr.paraphe.ws.soap.ecriture;

import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.ws.contrat.MessageRetour;

/** MessageRetour (contrat C.1) et ses phrases de succès. */
public final class Retour {

  private static final String OK = "OK";
  private static final String KO = "KO";
  private static final String INFO = "INFO";
  private static final String ERROR = "ERROR";

  private Retour() {}

  public static MessageRetour ok() {
    return message(OK, "", INFO);
  }

  public static MessageRetour soumis(String titre) {
    return message(OK, "Dossier " + titre + " soumis dans le circuit", INFO);
  }

  public static MessageRetour archive(IdentifiantDossier id) {
    return message(OK, "Dossier " + id + " archivé.", INFO);
  }

  public static MessageRetour supprime(IdentifiantDossier id) {
    return message(OK, "Dossier " + id + " supprimé du Parapheur.", INFO);
  }

  public static MessageRetour recupere(IdentifiantDossier id) {
    return message(OK, "Dossier " + id + " récupéré.", INFO);
  }

  public static MessageRetour ko(String phrase) {
    return message(KO, phrase, ERROR);
  }

  private static MessageRetour message(String code, String phrase, String severite) {
    MessageRetour retour = new MessageRetour();
    retour.setCodeRetour(code);
    retour.setMessage(phrase);
    retour.setSeverite(severite);
    return retour;
  }
}
