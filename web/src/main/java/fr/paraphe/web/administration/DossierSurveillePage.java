package fr.paraphe.web.administration;

import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.LigneJournal;
import fr.paraphe.dossier.Surveillance;
import fr.paraphe.web.commun.AdresseDossier;
import fr.paraphe.web.commun.Annonces;
import fr.paraphe.web.commun.Mots;
import jakarta.faces.FacesException;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** Un dossier vu par qui l’administre : son journal, et son retrait. */
@Named("dossierSurveille")
@ViewScoped
public class DossierSurveillePage implements Serializable {
  private static final long serialVersionUID = 1L;

  private Surveillance surveillance;
  private Annonces annonces;
  private Mots mots;
  private String id;
  private String motif = "";
  private transient List<LigneJournal> lignes;

  protected DossierSurveillePage() {}

  @Inject
  public DossierSurveillePage(
      Surveillance surveillance, Annonces annonces, Mots mots, HttpServletRequest requete) {
    this.surveillance = surveillance;
    this.annonces = annonces;
    this.mots = mots;
    this.id = Demande.texte(requete, "id");
  }

  public void ouvrir() {
    getLignes();
  }

  public List<LigneJournal> getLignes() {
    if (lignes == null) {
      lignes = surveillance.journal(identifiant());
    }
    return lignes;
  }

  public void retirer() {
    surveillance.retirer(identifiant(), motif);
    annonces.deposer(mots.dire("surveillance.retire", id));
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect("dossiers.xhtml");
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }

  private IdentifiantDossier identifiant() {
    return AdresseDossier.lire(id);
  }

  public String getId() {
    return id;
  }

  public String getMotif() {
    return motif;
  }

  public void setMotif(String motif) {
    this.motif = motif;
  }
}
