package fr.paraphe.web.administration;

import fr.paraphe.organisation.UtilisateurTrouve;
import fr.paraphe.organisation.Utilisateurs;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** La liste des personnes ; recherche et page sont dans l’adresse. */
@Named("utilisateursAdmin")
@RequestScoped
public class ListeUtilisateurs {
  private Utilisateurs utilisateurs;
  private String texte;
  private int page;
  private Lot<UtilisateurTrouve> lot;

  protected ListeUtilisateurs() {}

  @Inject
  public ListeUtilisateurs(Utilisateurs utilisateurs, HttpServletRequest requete) {
    this.utilisateurs = utilisateurs;
    this.texte = Demande.texte(requete, "q");
    this.page = Demande.page(requete);
  }

  public void ouvrir() {
    getLot();
  }

  public String getTexte() {
    return texte;
  }

  public Lot<UtilisateurTrouve> getLot() {
    if (lot == null) {
      lot = utilisateurs.chercher(texte, Tranche.page(page, Demande.TAILLE));
    }
    return lot;
  }

  public Pages getPages() {
    return new Pages("utilisateurs.xhtml", texte, page, getLot().total());
  }
}
