package fr.paraphe.web.commun;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Un formulaire se renvoie à l’adresse complète de sa page : après un refus, recharger ou revenir
 * en arrière montre le même dossier (UX-42) ; après une session finie, on y revient.
 */
public class AdresseGardee extends ViewHandlerWrapper {

  public AdresseGardee(ViewHandler suivant) {
    super(suivant);
  }

  @Override
  public String getActionURL(FacesContext contexte, String vue) {
    String adresse = getWrapped().getActionURL(contexte, vue);
    UIViewRoot courante = contexte.getViewRoot();
    String question =
        ((HttpServletRequest) contexte.getExternalContext().getRequest()).getQueryString();
    boolean elleMeme = courante != null && vue.equals(courante.getViewId());
    return elleMeme && question != null && adresse.indexOf('?') < 0
        ? adresse + "?" + question
        : adresse;
  }
}
