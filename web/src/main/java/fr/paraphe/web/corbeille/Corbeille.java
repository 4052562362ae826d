package fr.paraphe.web.corbeille;

import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.Consultation;
import fr.paraphe.dossier.DossierResume;
import fr.paraphe.dossier.Tri;
import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Lot;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;

/** Une bannette : ses dossiers triés, filtrés, page par page. Tout son état est dans l’adresse. */
@Named("corbeille")
@ViewScoped
public class Corbeille implements Serializable {
  private static final long serialVersionUID = 1L;

  private Consultation consultation;
  private Contexte contexte;
  private transient Lot<DossierResume> lot;

  protected Corbeille() {}

  @Inject
  public Corbeille(Consultation consultation, HttpServletRequest requete) {
    this.consultation = consultation;
    this.contexte = Contexte.lire(requete::getParameter);
  }

  /**
   * Lit la liste avant que la page se dessine : un bureau que l’on ne tient pas donne une page
   * introuvable.
   */
  public void ouvrir() {
    if (!contexte.connu()) {
      throw new ErreurMetier(ErreurOrganisation.BUREAU_INTROUVABLE, "Ce bureau est introuvable.");
    }
    lot();
  }

  public Contexte getContexte() {
    return contexte;
  }

  public Lot<DossierResume> lot() {
    if (lot == null) {
      lot = consultation.corbeille(contexte.demande(contexte.tranche()));
    }
    return lot;
  }

  public List<DossierResume> getLignes() {
    return lot().lignes();
  }

  public long getTotal() {
    return lot().total();
  }

  public long getPages() {
    return Math.max(1, (getTotal() + Contexte.TAILLE - 1) / Contexte.TAILLE);
  }

  public Tri[] getTris() {
    return Tri.values();
  }

  public String mot(Tri tri) {
    return Contexte.mot(tri);
  }

  public boolean isFiltree() {
    return contexte.filtre();
  }

  /** L’adresse du dossier en pleine page. */
  public String lienDossier(DossierResume dossier) {
    return "dossier.xhtml?" + parametres(dossier, "id");
  }

  public String lienCote(DossierResume dossier) {
    return "corbeille.xhtml?" + parametres(dossier, "ouvert");
  }

  private String parametres(DossierResume dossier, String nom) {
    return contexte.question() + "&" + nom + "=" + Contexte.encoder(dossier.id().valeur());
  }

  public String getLienRetard() {
    return lien(contexte.basculerRetard());
  }

  public String getLienNonLus() {
    return lien(contexte.basculerNonLus());
  }

  public String getLienSens() {
    return lien(contexte.inverser());
  }

  public String getLienSansTexte() {
    return lien(contexte.sansTexte());
  }

  public String getLienSansFiltre() {
    return lien(contexte.versBannette(contexte.bannette()));
  }

  public String getLienPrecedent() {
    return lien(contexte.versPage(contexte.page() - 1));
  }

  public String getLienSuivant() {
    return lien(contexte.versPage(contexte.page() + 1));
  }

  public String lienBannette(Bannette bannette) {
    return lien(contexte.versBannette(bannette));
  }

  private static String lien(Contexte c) {
    return "corbeille.xhtml?" + c.question();
  }
}
