package fr.paraphe.web.administration;

import fr.paraphe.organisation.BureauTrouve;
import fr.paraphe.organisation.Bureaux;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** La liste des bureaux d’administration ; recherche et page sont dans l’adresse. */
@Named("bureauxAdmin")
@RequestScoped
public class ListeBureaux {
  private Bureaux bureaux;
  private String texte;
  private int page;
  private Lot<BureauTrouve> lot;

  protected ListeBureaux() {}

  @Inject
  public ListeBureaux(Bureaux bureaux, HttpServletRequest requete) {
    this.bureaux = bureaux;
    this.texte = Demande.texte(requete, "q");
    this.page = Demande.page(requete);
  }

  public String getTexte() {
    return texte;
  }

  public Lot<BureauTrouve> getLot() {
    if (lot == null) {
      lot = bureaux.chercher(texte, Tranche.page(page, Demande.TAILLE));
    }
    return lot;
  }

  public Pages getPages() {
    return new Pages("bureaux.xhtml", texte, page, getLot().total());
  }

  public String lien(BureauTrouve bureau) {
    return getPages().avec("id=" + bureau.id().valeur());
  }
}
