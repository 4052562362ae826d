package fr.paraphe.web.administration;

import fr.paraphe.transmission.AppelConnecteur;
import fr.paraphe.transmission.Connecteurs;
import fr.paraphe.web.corbeille.Contexte;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** La page des logiciels métier branchés ; tout son état est dans l’adresse. */
@Named("connecteurs")
@RequestScoped
public class ConnecteursPage {

  private Connecteurs connecteurs;
  private HttpServletRequest requete;
  private String compte;
  private List<String> comptes;
  private List<AppelConnecteur> appels;

  protected ConnecteursPage() {}

  @Inject
  public ConnecteursPage(Connecteurs connecteurs, HttpServletRequest requete) {
    this.connecteurs = connecteurs;
    this.requete = requete;
    this.compte = Demande.texte(requete, "compte");
  }

  public void ouvrir() {
    getComptes();
  }

  /** L’adresse du service, par où la personne est venue. */
  public String getAdresse() {
    String hote = requete.getHeader("Host");
    return requete.getScheme() + "://" + (hote == null ? "" : hote) + "/ws-iparapheur";
  }

  public List<String> getComptes() {
    if (comptes == null) {
      comptes = connecteurs.comptes();
    }
    return comptes;
  }

  /** Le compte demandé s’il a appelé, sinon le premier. */
  public String getCompte() {
    return getComptes().stream()
        .filter(c -> c.equalsIgnoreCase(compte))
        .findFirst()
        .or(() -> getComptes().stream().findFirst())
        .orElse("");
  }

  public List<AppelConnecteur> getAppels() {
    if (appels == null) {
      appels = getCompte().isEmpty() ? List.of() : connecteurs.appels(getCompte());
    }
    return appels;
  }

  public String lien(String autre) {
    return "connecteurs.xhtml?compte=" + Contexte.encoder(autre);
  }

  public boolean courant(String autre) {
    return autre.equals(getCompte());
  }

  /** La classe de l’étiquette : vert, orange ou rouge. */
  public String teinte(AppelConnecteur appel) {
    return switch (appel.issue()) {
      case OK -> "p-vert";
      case REFUS -> "p-orange";
      case FAUTE -> "p-rouge";
    };
  }

  public String icone(AppelConnecteur appel) {
    return switch (appel.issue()) {
      case OK -> "coche";
      case REFUS -> "info";
      case FAUTE -> "erreur";
    };
  }

  public String cle(AppelConnecteur appel) {
    return "connecteurs.issue." + appel.issue().name().toLowerCase(Locale.ROOT);
  }

  public List<CatalogueSoap.Message> getCatalogue() {
    return CatalogueSoap.MESSAGES;
  }
}
