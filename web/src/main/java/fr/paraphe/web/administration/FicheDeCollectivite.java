package fr.paraphe.web.administration;

import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.Collectivites;
import fr.paraphe.organisation.CompteOuvert;
import fr.paraphe.organisation.FicheCollectivite;
import fr.paraphe.organisation.ReglageCollectivite;
import fr.paraphe.web.commun.Annonces;
import fr.paraphe.web.commun.Mots;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/** Une collectivité : sa fiche, ou une collectivité à créer avec son administrateur. */
@Named("collectiviteAdmin")
@ViewScoped
public class FicheDeCollectivite implements Serializable {
  private static final long serialVersionUID = 1L;

  private Collectivites collectivites;
  private Annonces annonces;
  private Mots mots;
  private int id;
  private int version;
  private boolean lue;
  private String domaine = "";
  private String titre = "";
  private String siren = "";
  private String ville = "";
  private String codePostal = "";
  private String courriel = "";
  private transient FicheCollectivite fiche;
  private transient CompteOuvert ouvert;

  protected FicheDeCollectivite() {}

  @Inject
  public FicheDeCollectivite(
      Collectivites collectivites, Annonces annonces, Mots mots, HttpServletRequest requete) {
    this.collectivites = collectivites;
    this.annonces = annonces;
    this.mots = mots;
    this.id = Demande.identifiant(requete, "id");
  }

  public void ouvrir() {
    if (!lue && id > 0) {
      ReglageCollectivite r = getFiche().reglage();
      version = getFiche().version();
      domaine = r.domaine();
      titre = r.titre();
      siren = r.siren();
      ville = r.ville();
      codePostal = r.codePostal();
    }
    lue = true;
  }

  public boolean isNouvelle() {
    return id == 0;
  }

  public FicheCollectivite getFiche() {
    if (fiche == null && id > 0) {
      fiche = collectivites.lire(new CollectiviteId(id));
    }
    return fiche;
  }

  /** Le compte de l’administrateur qui vient d’être créé ; rien ensuite. */
  public CompteOuvert getOuvert() {
    return ouvert;
  }

  private ReglageCollectivite reglage() {
    return new ReglageCollectivite(domaine, titre, siren, ville, codePostal);
  }

  public void creer() {
    ouvert = collectivites.creer(reglage(), courriel);
  }

  public String enregistrer() {
    collectivites.modifier(new CollectiviteId(id), version, reglage());
    return suite("collectivite.annonce.enregistree");
  }

  public String fermer() {
    collectivites.fermer(new CollectiviteId(id), version);
    return suite("collectivite.annonce.fermee");
  }

  public String rouvrir() {
    collectivites.rouvrir(new CollectiviteId(id), version);
    return suite("collectivite.annonce.rouverte");
  }

  private String suite(String annonce) {
    annonces.deposer(mots.dire(annonce, titre));
    return "collectivite.xhtml?faces-redirect=true&id=" + id;
  }

  public String getDomaine() {
    return domaine;
  }

  public void setDomaine(String domaine) {
    this.domaine = vide(domaine);
  }

  public String getTitre() {
    return titre;
  }

  public void setTitre(String titre) {
    this.titre = vide(titre);
  }

  public String getSiren() {
    return siren;
  }

  public void setSiren(String siren) {
    this.siren = vide(siren);
  }

  public String getVille() {
    return ville;
  }

  public void setVille(String ville) {
    this.ville = vide(ville);
  }

  public String getCodePostal() {
    return codePostal;
  }

  public void setCodePostal(String codePostal) {
    this.codePostal = vide(codePostal);
  }

  public String getCourriel() {
    return courriel;
  }

  public void setCourriel(String courriel) {
    this.courriel = vide(courriel);
  }

  private static String vide(String texte) {
    return texte == null ? "" : texte.strip();
  }
}
