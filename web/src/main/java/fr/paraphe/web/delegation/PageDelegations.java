package fr.paraphe.web.delegation;

import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.DelegationVue;
import fr.paraphe.organisation.Delegations;
import fr.paraphe.organisation.DelegationsDuBureau;
import fr.paraphe.organisation.EtatDelegation;
import fr.paraphe.organisation.PoserDelegation;
import fr.paraphe.organisation.Proposition;
import fr.paraphe.web.commun.Annonces;
import fr.paraphe.web.commun.Mots;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Les délégations d’un bureau : du mien, ou de celui que j’administre. */
@Named("delegationsPage")
@ViewScoped
public class PageDelegations implements Serializable {
  private static final long serialVersionUID = 1L;

  private Delegations delegations;
  private Annonces annonces;
  private Mots mots;
  private int bureau;
  private LocalDate du;
  private LocalDate au;
  private String delegue = "";
  private String portee = "";
  private boolean dossiersEnCours = true;
  private transient DelegationsDuBureau fiche;
  private transient List<Proposition> miens;

  protected PageDelegations() {}

  @Inject
  public PageDelegations(
      Delegations delegations, Annonces annonces, Mots mots, HttpServletRequest requete) {
    this.delegations = delegations;
    this.annonces = annonces;
    this.mots = mots;
    String demande = requete.getParameter("bureau");
    this.bureau =
        demande != null && demande.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(demande) : 0;
  }

  /** Sans bureau demandé, le premier des miens. */
  public void ouvrir() {
    if (bureau == 0 && !getMiens().isEmpty()) {
      bureau = Integer.parseInt(getMiens().get(0).valeur());
    }
    getFiche();
  }

  public List<Proposition> getMiens() {
    if (miens == null) {
      miens = delegations.mesBureaux();
    }
    return miens;
  }

  public DelegationsDuBureau getFiche() {
    if (fiche == null && bureau > 0) {
      fiche = delegations.du(new BureauId(bureau));
    }
    return fiche;
  }

  public String poser() {
    String[] choix = portee.split("-");
    delegations.poser(
        new PoserDelegation(
            new BureauId(bureau),
            new BureauId(Integer.parseInt(delegue)),
            Optional.ofNullable(du),
            Optional.ofNullable(au),
            dossiersEnCours,
            portee.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(choix[0])),
            choix.length > 1 ? Optional.of(Integer.valueOf(choix[1])) : Optional.empty()));
    return suite("delegation.annonce.posee");
  }

  public String annuler(DelegationVue delegation) {
    delegations.annuler(delegation.id());
    return suite("delegation.annonce.annulee");
  }

  public boolean annulable(DelegationVue delegation) {
    return delegation.etat() != EtatDelegation.PASSEE;
  }

  private String suite(String annonce) {
    annonces.deposer(mots.dire(annonce));
    return FacesContext.getCurrentInstance().getViewRoot().getViewId()
        + "?faces-redirect=true&bureau="
        + bureau;
  }

  public int getBureau() {
    return bureau;
  }

  public LocalDate getDu() {
    return du;
  }

  public void setDu(LocalDate du) {
    this.du = du;
  }

  public LocalDate getAu() {
    return au;
  }

  public void setAu(LocalDate au) {
    this.au = au;
  }

  public String getDelegue() {
    return delegue;
  }

  public void setDelegue(String delegue) {
    this.delegue = delegue;
  }

  public String getPortee() {
    return portee;
  }

  public void setPortee(String portee) {
    this.portee = portee == null ? "" : portee;
  }

  public boolean isDossiersEnCours() {
    return dossiersEnCours;
  }

  public void setDossiersEnCours(boolean dossiersEnCours) {
    this.dossiersEnCours = dossiersEnCours;
  }
}
