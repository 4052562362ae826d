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
  private static final Pattern NUMERO = Pattern.compile("[0-9A-F]{4}-[0-9A-F]{4}");
  private static final Map<Integer, String> CLES =
      Map.of(403, "erreur.interdit", 404, "erreur.introuvable", 503, "erreur.indisponible");

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
    return phrase == null ? mots.dire(cle() + ".phrase") : phrase.toString();
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

  private String cle() {
    Object statut = requete.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return statut instanceof Integer code
        ? CLES.getOrDefault(code, "erreur.panne")
        : "erreur.panne";
  }
}
