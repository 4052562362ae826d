package fr.paraphe.web.administration;

import fr.paraphe.notification.TravauxBloques;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import fr.paraphe.travaux.EtatDeLaFile;
import fr.paraphe.travaux.TravailBloque;
import fr.paraphe.web.commun.Annonces;
import fr.paraphe.web.commun.Mots;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Les travaux bloqués. La liste montrée est gardée avec la page : un bouton agit sur la ligne qu’on
 * lit, même si d’autres sont venues depuis.
 */
@Named("travauxBloques")
@ViewScoped
public class PageTravaux implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int TAILLE = 50;

  private TravauxBloques travaux;
  private Annonces annonces;
  private Mots mots;
  private int page;
  private ArrayList<TravailBloque> lignes;
  private long total;

  protected PageTravaux() {}

  @Inject
  public PageTravaux(
      TravauxBloques travaux, Annonces annonces, Mots mots, HttpServletRequest requete) {
    this.travaux = travaux;
    this.annonces = annonces;
    this.mots = mots;
    this.page = Math.max(1, Math.min(Demande.identifiant(requete, "page"), 100_000));
  }

  public void ouvrir() {
    if (lignes == null) {
      Lot<TravailBloque> lot = travaux.lister(Tranche.page(page, TAILLE));
      lignes = new ArrayList<>(lot.lignes());
      total = lot.total();
    }
  }

  public List<TravailBloque> getLignes() {
    return lignes;
  }

  public long getTotal() {
    return total;
  }

  public List<EtatDeLaFile> getFile() {
    return travaux.etat();
  }

  public boolean isCourrielConfigure() {
    return travaux.courrielConfigure();
  }

  /** Le nom montrable d’un genre ; le mot brut de celui que le catalogue ne connaît pas. */
  public String nature(String genre) {
    return mots.ou("travail." + genre, genre);
  }

  public String relancer(TravailBloque travail) {
    travaux.relancer(travail.id(), travail.genre());
    return revenir("travaux.relance");
  }

  public String abandonner(TravailBloque travail) {
    travaux.abandonner(travail.id(), travail.genre());
    return revenir("travaux.abandonne");
  }

  private String revenir(String cle) {
    annonces.deposer(Mots.dire(mots.langue(), cle));
    return "travaux.xhtml?faces-redirect=true";
  }

  /** Adresse de la page voisine ; vide s’il n’y en a pas. */
  public String voisine(int pas) {
    int voisine = page + pas;
    boolean existe = voisine >= 1 && (long) (voisine - 1) * TAILLE < total;
    return existe ? "travaux.xhtml?page=" + voisine : "";
  }
}
