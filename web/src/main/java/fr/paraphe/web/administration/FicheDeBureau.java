package fr.paraphe.web.administration;

import fr.paraphe.organisation.ActeurDeBureau;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.Bureaux;
import fr.paraphe.organisation.FicheBureau;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.typologie.MetadonneeDefinie;
import fr.paraphe.typologie.Typologie;
import fr.paraphe.web.commun.Annonces;
import fr.paraphe.web.commun.Mots;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Un bureau en administration : sa fiche, ou un bureau à créer. */
@Named("bureauAdmin")
@ViewScoped
public class FicheDeBureau implements Serializable {
  private static final long serialVersionUID = 1L;

  private Bureaux bureaux;
  private Typologie typologie;
  private Annonces annonces;
  private Mots mots;
  private int id;
  private boolean nouveau;
  private int version;
  private SaisieBureau saisie;
  private transient FicheBureau fiche;
  private transient List<MetadonneeDefinie> metadonnees;

  protected FicheDeBureau() {}

  @Inject
  public FicheDeBureau(
      Bureaux bureaux,
      Typologie typologie,
      Annonces annonces,
      Mots mots,
      HttpServletRequest requete) {
    this.bureaux = bureaux;
    this.typologie = typologie;
    this.annonces = annonces;
    this.mots = mots;
    this.id = Demande.identifiant(requete, "id");
    this.nouveau = !Demande.texte(requete, "nouveau").isEmpty();
  }

  /** Lit la fiche avant que la page se dessine : un bureau d’ailleurs est introuvable. */
  public void ouvrir() {
    if (saisie == null) {
      saisie = id > 0 ? new SaisieBureau(getFiche().reglage()) : new SaisieBureau();
      version = id > 0 ? getFiche().version() : 0;
    }
  }

  public boolean isOuverte() {
    return id > 0 || nouveau;
  }

  public boolean isNouveau() {
    return id == 0;
  }

  public FicheBureau getFiche() {
    if (fiche == null && id > 0) {
      fiche = bureaux.lire(new BureauId(id));
    }
    return fiche;
  }

  public SaisieBureau getSaisie() {
    return saisie;
  }

  public int getId() {
    return id;
  }

  public boolean isFige() {
    return id > 0 && !getFiche().modifiable();
  }

  /**
   * Les rôles que la personne peut donner : un administrateur fonctionnel n’en nomme pas d’autre.
   */
  public List<RoleBureau> getRoles() {
    boolean entier = id == 0 || getFiche().entier();
    return Arrays.stream(RoleBureau.values())
        .filter(r -> entier || r != RoleBureau.ADMINISTRATEUR)
        .toList();
  }

  public boolean retirable(ActeurDeBureau acteur) {
    return !isFige() && getRoles().contains(acteur.role());
  }

  public List<MetadonneeDefinie> getMetadonnees() {
    if (metadonnees == null) {
      metadonnees = typologie.dictionnaire();
    }
    return metadonnees;
  }

  public void ajouterActeur() {
    if (!saisie.getIdentifiant().isEmpty()) {
      saisie.ajouter(bureaux.personne(saisie.getIdentifiant(), saisie.getRole()));
    }
  }

  public void retirer(ActeurDeBureau acteur) {
    saisie.retirer(acteur);
  }

  public void ajouterAssocie() {
    saisie.ajouterAssocie();
  }

  public void dissocier(String nom) {
    saisie.dissocier(nom);
  }

  public String enregistrer() {
    if (id == 0) {
      id = bureaux.creer(saisie.reglage()).valeur();
      return suite("bureau.annonce.cree");
    }
    bureaux.modifier(new BureauId(id), version, saisie.reglage());
    return suite("bureau.annonce.enregistre");
  }

  public String desactiver() {
    bureaux.desactiver(new BureauId(id), version);
    return suite("bureau.annonce.desactive");
  }

  public String reactiver() {
    bureaux.reactiver(new BureauId(id), version);
    return suite("bureau.annonce.reactive");
  }

  public String supprimer() {
    bureaux.supprimer(new BureauId(id), version);
    annonces.deposer(mots.dire("bureau.annonce.supprime", saisie.getTitre()));
    return "bureaux.xhtml?faces-redirect=true";
  }

  private String suite(String annonce) {
    annonces.deposer(mots.dire(annonce, saisie.getTitre()));
    return "bureaux.xhtml?faces-redirect=true&id=" + id;
  }
}
