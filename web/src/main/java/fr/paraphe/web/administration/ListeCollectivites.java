package fr.paraphe.web.administration;

import fr.paraphe.organisation.CollectiviteTrouvee;
import fr.paraphe.organisation.Collectivites;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Les collectivités de l’instance ; recherche et page sont dans l’adresse. */
@Named("collectivitesAdmin")
@RequestScoped
public class ListeCollectivites {
  private Collectivites collectivites;
  private String texte;
  private int page;
  private Lot<CollectiviteTrouvee> lot;

  protected ListeCollectivites() {}

  @Inject
  public ListeCollectivites(Collectivites collectivites, HttpServletRequest requete) {
    this.collectivites = collectivites;
    this.texte = Demande.texte(requete, "q");
    this.page = Demande.page(requete);
  }

  public void ouvrir() {
    getLot();
  }

  public String getTexte() {
    return texte;
  }

  public Lot<CollectiviteTrouvee> getLot() {
    if (lot == null) {
      lot = collectivites.chercher(texte, Tranche.page(page, Demande.TAILLE));
    }
    return lot;
  }

  public Pages getPages() {
    return new Pages("collectivites.xhtml", texte, page, getLot().total());
  }
}
