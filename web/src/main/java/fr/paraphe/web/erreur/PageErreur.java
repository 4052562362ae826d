package fr.paraphe.web.erreur;

import fr.paraphe.web.commun.Mots;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Pattern;

/** La page d’erreur : ce qui s’est passé, ce qui est conservé, quoi faire. */
@Named("erreur")
@RequestScoped
public class PageErreur {
  private static final String PANNE = "erreur.panne";
  private static final String INDISPONIBLE = "erreur.indisponible";
  private static final Pattern NUMERO = Pattern.compile("[0-9A-F]{4}-[0-9A-F]{4}");
  private static final Map<Integer, String> CLES =
      Map.of(403, "erreur.interdit", 404, "erreur.introuvable", 503, INDISPONIBLE);

  private HttpServletRequest requete;
  private Mots mots;

  protected PageErreur() {}

  @Inject
  public PageErreur(HttpServletRequest requete, Mots mots) {
    this.requete = requete;
    this.mots = mots;
  }

  public String getTitre() {
    return mots.dire(cle() + ".titre");
  }

  public String getPhrase() {
    Object phrase = requete.getAttribute("paraphe.phrase");
    if (phrase != null) {
      return phrase.toString();
    }
    boolean anonyme = cle().equals(PANNE) && getIncident().isEmpty();
    return mots.dire(anonyme ? "erreur.panne.sansReference" : cle() + ".phrase");
  }

  /** Le numéro à donner à l’assistance ; vide si ce n’est pas une panne. */
  public String getIncident() {
    Object numero = requete.getAttribute(Incident.ATTRIBUT);
    if (numero != null) {
      return numero.toString();
    }
    if (requete.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable panne) {
      String consigne =
          Incident.consigner(
              String.valueOf(requete.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)), panne);
      requete.setAttribute(Incident.ATTRIBUT, consigne);
      return consigne;
    }
    String demande = requete.getParameter("incident");
    return demande != null && NUMERO.matcher(demande).matches() ? demande : "";
  }

  /** Où réessayer quand le service manquait ; vide si réessayer n’a pas de sens. */
  public String getReessayer() {
    if (!cle().equals(INDISPONIBLE)) {
      return "";
    }
    if (connexion()) {
      return requete.getContextPath() + "/bureaux.xhtml";
    }
    String question = requete.getQueryString();
    return adresse() + (question == null ? "" : "?" + question);
  }

  private String cle() {
    Object statut = requete.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (connexion()) {
      return INDISPONIBLE;
    }
    return statut instanceof Integer code ? CLES.getOrDefault(code, PANNE) : PANNE;
  }

  /** Le conteneur n’a pas pu lire les comptes : la base ne répond pas. */
  private boolean connexion() {
    return adresse().endsWith("/j_security_check");
  }

  private String adresse() {
    Object adresse = requete.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return adresse == null ? "" : adresse.toString();
  }
}
