package fr.paraphe.web.dossier;

import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.web.corbeille.Contexte;
import jakarta.faces.FacesException;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** Les adresses des dossiers, et le saut de l’un à l’autre après un acte. */
final class Adresses {
  private static final String LISTE = "corbeille.xhtml";

  private Adresses() {}

  static String dossier(String vue, Contexte contexte, IdentifiantDossier id) {
    String nom = vue.equals(LISTE) ? "ouvert" : "id";
    String liste = contexte.connu() ? contexte.question() + "&" : "";
    return vue + "?" + liste + nom + "=" + Contexte.encoder(id.valeur());
  }

  static String vueCourante() {
    return FacesContext.getCurrentInstance().getViewRoot().getViewId().endsWith(LISTE)
        ? LISTE
        : "dossier.xhtml";
  }

  static void aller(String adresse) {
    FacesContext contexte = FacesContext.getCurrentInstance();
    try {
      contexte.getExternalContext().redirect(adresse);
      contexte.responseComplete();
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }
}
