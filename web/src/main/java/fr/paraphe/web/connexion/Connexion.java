package fr.paraphe.web.connexion;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** La page de connexion, quand le conteneur la montre à la place d’une autre. */
@Named("connexion")
@RequestScoped
public class Connexion {
  private HttpServletRequest requete;

  protected Connexion() {}

  @Inject
  public Connexion(HttpServletRequest requete) {
    this.requete = requete;
  }

  /** À un appel ajax d’une session finie, un refus net : la page le dira et gardera la saisie. */
  public void avantDessin() {
    FacesContext contexte = FacesContext.getCurrentInstance();
    if (contexte.getPartialViewContext().isAjaxRequest()) {
      contexte.getExternalContext().setResponseStatus(HttpServletResponse.SC_UNAUTHORIZED);
      contexte.getExternalContext().setResponseContentType("text/plain");
      contexte.responseComplete();
    }
  }

  /** Vrai si le navigateur se réclame d’une session que le serveur ne connaît plus. */
  public boolean isExpiree() {
    return requete.getRequestedSessionId() != null && !requete.isRequestedSessionIdValid();
  }
}
