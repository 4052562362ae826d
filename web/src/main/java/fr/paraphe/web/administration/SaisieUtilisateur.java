package fr.paraphe.web.administration;

import fr.paraphe.organisation.BureauTenu;
import fr.paraphe.organisation.ReglageUtilisateur;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.organisation.RoleUtilisateur;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Ce qui est saisi d’une personne. */
public class SaisieUtilisateur implements Serializable {
  private static final long serialVersionUID = 1L;

  private String identifiant = "";
  private String prenom = "";
  private String nom = "";
  private String courriel = "";
  private RoleUtilisateur role = RoleUtilisateur.AUCUN;
  private String titre = "";
  private String ville = "";
  private String codePostal = "";
  private final List<BureauTenu> bureaux = new ArrayList<>();
  private String bureau = "";
  private RoleBureau roleBureau = RoleBureau.PROPRIETAIRE;

  SaisieUtilisateur() {}

  SaisieUtilisateur(ReglageUtilisateur r) {
    identifiant = r.identifiant();
    prenom = r.prenom();
    nom = r.nom();
    courriel = r.courriel();
    role = r.role();
    titre = r.titre();
    ville = r.ville();
    codePostal = r.codePostal();
    bureaux.addAll(r.bureaux());
  }

  ReglageUtilisateur reglage() {
    return new ReglageUtilisateur(
        identifiant, prenom, nom, courriel, role, titre, ville, codePostal, bureaux);
  }

  void ajouterBureau() {
    BureauTenu tenu = new BureauTenu(bureau, bureau, roleBureau);
    if (!bureau.isEmpty() && !bureaux.contains(tenu)) {
      bureaux.add(tenu);
    }
    bureau = "";
  }

  void quitter(BureauTenu tenu) {
    bureaux.remove(tenu);
  }

  public List<BureauTenu> getBureaux() {
    return bureaux;
  }

  public String getNomComplet() {
    return (prenom + " " + nom).strip();
  }

  public String getIdentifiant() {
    return identifiant;
  }

  public void setIdentifiant(String identifiant) {
    this.identifiant = vide(identifiant);
  }

  public String getPrenom() {
    return prenom;
  }

  public void setPrenom(String prenom) {
    this.prenom = vide(prenom);
  }

  public String getNom() {
    return nom;
  }

  public void setNom(String nom) {
    this.nom = vide(nom);
  }

  public String getCourriel() {
    return courriel;
  }

  public void setCourriel(String courriel) {
    this.courriel = vide(courriel);
  }

  public RoleUtilisateur getRole() {
    return role;
  }

  public void setRole(RoleUtilisateur role) {
    this.role = role;
  }

  public String getTitre() {
    return titre;
  }

  public void setTitre(String titre) {
    this.titre = vide(titre);
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

  public String getBureau() {
    return bureau;
  }

  public void setBureau(String bureau) {
    this.bureau = vide(bureau);
  }

  public RoleBureau getRoleBureau() {
    return roleBureau;
  }

  public void setRoleBureau(RoleBureau roleBureau) {
    this.roleBureau = roleBureau;
  }

  private static String vide(String texte) {
    return texte == null ? "" : texte.strip();
  }
}
