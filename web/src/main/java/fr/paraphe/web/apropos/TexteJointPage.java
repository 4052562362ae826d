package fr.paraphe.web.apropos;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Un texte livré avec le produit, montré tel quel. */
@Named("texteJoint")
@RequestScoped
public class TexteJointPage {
  private ServletContext serveur;
  private TexteJoint texte;
  private String contenu = "";

  protected TexteJointPage() {}

  @Inject
  public TexteJointPage(ServletContext serveur) {
    this.serveur = serveur;
  }

  public void ouvrir() throws IOException {
    FacesContext contexte = FacesContext.getCurrentInstance();
    Optional<TexteJoint> demande =
        TexteJoint.nomme(contexte.getExternalContext().getRequestParameterMap().get("nom"));
    if (demande.isEmpty()) {
      contexte.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
      contexte.responseComplete();
      return;
    }
    texte = demande.get();
    try (InputStream source = serveur.getResourceAsStream(texte.chemin())) {
      contenu = new String(source.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  public TexteJoint getTexte() {
    return texte;
  }

  public String getContenu() {
    return contenu;
  }
}
