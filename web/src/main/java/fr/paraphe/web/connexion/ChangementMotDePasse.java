package fr.paraphe.web.connexion;

import fr.paraphe.organisation.MonMotDePasse;
import fr.paraphe.web.commun.Annonces;
import fr.paraphe.web.commun.Mots;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** La page où une personne change son mot de passe. */
@Named("changementMotDePasse")
@RequestScoped
public class ChangementMotDePasse {
  private MonMotDePasse motDePasse;
  private Annonces annonces;
  private Mots mots;
  private HttpServletRequest requete;
  private String actuel = "";
  private String nouveau = "";
  private String encore = "";

  protected ChangementMotDePasse() {}

  @Inject
  public ChangementMotDePasse(
      MonMotDePasse motDePasse, Annonces annonces, Mots mots, HttpServletRequest requete) {
    this.motDePasse = motDePasse;
    this.annonces = annonces;
    this.mots = mots;
    this.requete = requete;
  }

  /** Réussi, la session change de numéro et l’accueil le dit. */
  public String changer() {
    if (!nouveau.equals(encore)) {
      String phrase = mots.dire("motDePasse.differents");
      FacesContext.getCurrentInstance()
          .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, phrase, phrase));
      return null;
    }
    motDePasse.changer(actuel, nouveau);
    requete.changeSessionId();
    annonces.deposer(mots.dire("motDePasse.change"));
    return "/bureaux.xhtml?faces-redirect=true";
  }

  public String getActuel() {
    return actuel;
  }

  public void setActuel(String actuel) {
    this.actuel = actuel;
  }

  public String getNouveau() {
    return nouveau;
  }

  public void setNouveau(String nouveau) {
    this.nouveau = nouveau;
  }

  public String getEncore() {
    return encore;
  }

  public void setEncore(String encore) {
    this.encore = encore;
  }
}
