package fr.paraphe.web.connexion;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Ferme la session, puis le dit. */
@Named("deconnexion")
@RequestScoped
public class Deconnexion {

  public void fermer() throws ServletException, IOException {
    ExternalContext externe = FacesContext.getCurrentInstance().getExternalContext();
    ((HttpServletRequest) externe.getRequest()).logout();
    externe.invalidateSession();
    externe.redirect(externe.getRequestContextPath() + "/deconnexion.xhtml");
  }
}
