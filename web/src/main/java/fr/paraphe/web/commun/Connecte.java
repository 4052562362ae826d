package fr.paraphe.web.commun;

import fr.paraphe.organisation.Affichage;
import fr.paraphe.organisation.Moi;
import fr.paraphe.organisation.Profil;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * La personne connectée et ses réglages d’affichage ; des réglages par défaut avant la connexion.
 */
@Named("moi")
@RequestScoped
public class Connecte {
  private HttpServletRequest requete;
  private Profil profil;
  private Moi moi;

  protected Connecte() {}

  @Inject
  public Connecte(HttpServletRequest requete, Profil profil) {
    this.requete = requete;
    this.profil = profil;
  }

  public boolean isConnecte() {
    return requete.getUserPrincipal() != null;
  }

  public Affichage getAffichage() {
    return isConnecte() ? lire().affichage() : Affichage.DEFAUT;
  }

  /** Langue de la page : celle que la personne a choisie, sinon celle que le navigateur préfère. */
  public String getLangue() {
    if (isConnecte()) {
      return lire().affichage().langue();
    }
    String preferee = requete.getLocale().getLanguage();
    return preferee.equals("en") ? "en" : "fr";
  }

  public String getNom() {
    return (lire().prenom() + " " + lire().nom()).strip();
  }

  public String getInitiales() {
    return Initiales.de(getNom());
  }

  public String getCollectivite() {
    return lire().collectivite();
  }

  private Moi lire() {
    if (moi == null) {
      moi = profil.moi();
    }
    return moi;
  }
}
