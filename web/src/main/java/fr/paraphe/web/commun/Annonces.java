package fr.paraphe.web.commun;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Ce qu’un acte réussi annonce à la page suivante, une fois. */
@Named("annonces")
@SessionScoped
public class Annonces implements Serializable {
  private static final long serialVersionUID = 1L;

  private String enAttente = "";

  public void deposer(String phrase) {
    enAttente = phrase;
  }

  public boolean isPresente() {
    return !enAttente.isEmpty();
  }

  /** Les refus de la demande en cours qui ne visent aucun champ. */
  public List<FacesMessage> getRefus() {
    return FacesContext.getCurrentInstance().getMessageList(null);
  }

  /** L’annonce en attente, ou vide ; elle n’est montrée qu’une fois. */
  public String prendre() {
    String phrase = enAttente;
    enAttente = "";
    return phrase;
  }
}
