package fr.paraphe.web.administration;

import fr.paraphe.organisation.Administration;
import fr.paraphe.organisation.Attribution;
import fr.paraphe.organisation.BureauTenu;
import fr.paraphe.organisation.CompteOuvert;
import fr.paraphe.organisation.FicheUtilisateur;
import fr.paraphe.organisation.OrigineCompte;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.organisation.RoleUtilisateur;
import fr.paraphe.organisation.UtilisateurId;
import fr.paraphe.organisation.Utilisateurs;
import fr.paraphe.web.commun.Annonces;
import fr.paraphe.web.commun.Mots;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Une personne en administration : sa fiche, ou un compte à ouvrir. */
@Named("utilisateurAdmin")
@ViewScoped
public class FicheDUtilisateur implements Serializable {
  private static final long serialVersionUID = 1L;

  private Utilisateurs utilisateurs;
  private Administration administration;
  private Annonces annonces;
  private Mots mots;
  private int id;
  private int version;
  private SaisieUtilisateur saisie;
  private transient FicheUtilisateur fiche;
  private transient CompteOuvert ouvert;

  protected FicheDUtilisateur() {}

  @Inject
  public FicheDUtilisateur(
      Utilisateurs utilisateurs,
      Administration administration,
      Annonces annonces,
      Mots mots,
      HttpServletRequest requete) {
    this.utilisateurs = utilisateurs;
    this.administration = administration;
    this.annonces = annonces;
    this.mots = mots;
    this.id = Demande.identifiant(requete, "id");
  }

  /** Lit la fiche avant que la page se dessine : une personne d’ailleurs est introuvable. */
  public void ouvrir() {
    if (saisie == null) {
      saisie = id > 0 ? new SaisieUtilisateur(getFiche().reglage()) : new SaisieUtilisateur();
      version = id > 0 ? getFiche().version() : 0;
    }
  }

  public boolean isNouveau() {
    return id == 0;
  }

  public int getId() {
    return id;
  }

  public FicheUtilisateur getFiche() {
    if (fiche == null && id > 0) {
      fiche = utilisateurs.lire(new UtilisateurId(id));
    }
    return fiche;
  }

  public SaisieUtilisateur getSaisie() {
    return saisie;
  }

  /**
   * Le compte dont le mot de passe vient d’être tiré ; rien ensuite : il n’est montré qu’une fois.
   */
  public CompteOuvert getOuvert() {
    return ouvert;
  }

  public boolean isFige() {
    return id > 0 && !getFiche().modifiable();
  }

  public boolean isVerrouille() {
    return isFige() || id > 0 && getFiche().origine() != OrigineCompte.LOCAL;
  }

  public List<RoleUtilisateur> getRoles() {
    boolean tout = administration.modifiables().contains(Attribution.COLLECTIVITES);
    return Arrays.stream(RoleUtilisateur.values())
        .filter(r -> tout || r != RoleUtilisateur.SUPER_ADMIN || r == saisie.getRole())
        .toList();
  }

  public RoleBureau[] getRolesDeBureau() {
    return RoleBureau.values();
  }

  public void ajouterBureau() {
    saisie.ajouterBureau();
  }

  public void quitter(BureauTenu tenu) {
    saisie.quitter(tenu);
  }

  /** Un compte neuf reste sur la page, qui montre son mot de passe ; un compte connu y revient. */
  public String enregistrer() {
    if (id == 0) {
      ouvert = utilisateurs.creer(saisie.reglage());
      id = ouvert.id().valeur();
      relire();
      return null;
    }
    utilisateurs.modifier(new UtilisateurId(id), version, saisie.reglage());
    return suite("utilisateur.annonce.enregistre");
  }

  public void changerMotDePasse() {
    ouvert = utilisateurs.changerMotDePasse(new UtilisateurId(id), version);
    relire();
  }

  public String desactiver() {
    utilisateurs.desactiver(new UtilisateurId(id), version);
    return suite("utilisateur.annonce.desactive");
  }

  public String reactiver() {
    utilisateurs.reactiver(new UtilisateurId(id), version);
    return suite("utilisateur.annonce.reactive");
  }

  private void relire() {
    fiche = null;
    saisie = new SaisieUtilisateur(getFiche().reglage());
    version = getFiche().version();
  }

  private String suite(String annonce) {
    annonces.deposer(mots.dire(annonce, saisie.getNomComplet()));
    return "utilisateur.xhtml?faces-redirect=true&id=" + id;
  }
}
