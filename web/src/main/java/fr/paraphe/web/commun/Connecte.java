package fr.paraphe.web.commun;

import fr.paraphe.organisation.Affichage;
import fr.paraphe.organisation.Moi;
import fr.paraphe.organisation.Profil;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * La personne connectée et ses réglages d’affichage ; des réglages par défaut avant la connexion.
 */
@Named("moi")
@RequestScoped
public class Connecte {
  private HttpServletRequest requete;
  private Profil profil;
  private Optional<Moi> moi;

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
    return lire().map(Moi::affichage).orElse(Affichage.DEFAUT);
  }

  /**
   * Langue de la page : celle que la personne a choisie, sinon celle que le navigateur préfère ; le
   * français s’il ne dit rien.
   */
  public String getLangue() {
    return lire().map(m -> m.affichage().langue()).orElseGet(this::languePreferee);
  }

  public String getNom() {
    return lire().map(m -> (m.prenom() + " " + m.nom()).strip()).orElse("");
  }

  public String getInitiales() {
    return Initiales.de(getNom());
  }

  public String getCollectivite() {
    return lire().map(Moi::collectivite).orElse("");
  }

  /** Vrai si une rubrique de l’administration au moins lui est ouverte. */
  public boolean isAdministrateur() {
    return lire().map(Moi::administrateur).orElse(false);
  }

  private String languePreferee() {
    boolean anglais =
        requete.getHeader("Accept-Language") != null
            && "en".equals(requete.getLocale().getLanguage());
    return anglais ? "en" : "fr";
  }

  /**
   * Vide aussi quand le compte vient d’être fermé ou que la base ne répond pas : la page d’erreur
   * doit s’ouvrir quand même.
   */
  private Optional<Moi> lire() {
    if (moi == null) {
      moi = isConnecte() ? demander() : Optional.empty();
    }
    return moi;
  }

  private Optional<Moi> demander() {
    try {
      return Optional.of(profil.moi());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
