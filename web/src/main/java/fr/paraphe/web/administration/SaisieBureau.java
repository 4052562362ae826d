package fr.paraphe.web.administration;

import fr.paraphe.organisation.ActeurDeBureau;
import fr.paraphe.organisation.Habilitation;
import fr.paraphe.organisation.ReglageBureau;
import fr.paraphe.organisation.RoleBureau;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ce qui est saisi d’un bureau. */
public class SaisieBureau implements Serializable {
  private static final long serialVersionUID = 1L;

  private String nomCourt = "";
  private String titre = "";
  private String description = "";
  private String superieur = "";
  private boolean aVenir;
  private String onglet = "";
  private final Map<String, Boolean> habilitations = new HashMap<>();
  private final Map<String, Boolean> metadonnees = new HashMap<>();
  private final List<ActeurDeBureau> acteurs = new ArrayList<>();
  private final List<String> associes = new ArrayList<>();
  private String identifiant = "";
  private RoleBureau role = RoleBureau.PROPRIETAIRE;
  private String associe = "";

  SaisieBureau() {
    Arrays.stream(Habilitation.values()).forEach(h -> habilitations.put(h.name(), true));
  }

  SaisieBureau(ReglageBureau r) {
    nomCourt = r.nomCourt();
    titre = r.titre();
    description = r.description();
    superieur = r.superieur();
    aVenir = r.afficheAVenir();
    r.habilitations().forEach(h -> habilitations.put(h.name(), true));
    r.metadonnees().forEach(m -> metadonnees.put(m, true));
    acteurs.addAll(r.acteurs());
    associes.addAll(r.associes());
  }

  ReglageBureau reglage() {
    return new ReglageBureau(
        nomCourt,
        titre,
        description,
        superieur,
        aVenir,
        coches(habilitations).stream().map(Habilitation::valueOf).collect(Collectors.toSet()),
        acteurs,
        associes,
        coches(metadonnees));
  }

  private static List<String> coches(Map<String, Boolean> cases) {
    return cases.entrySet().stream()
        .filter(c -> Boolean.TRUE.equals(c.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  void ajouter(ActeurDeBureau acteur) {
    if (!acteurs.contains(acteur)) {
      acteurs.add(acteur);
    }
    identifiant = "";
  }

  void retirer(ActeurDeBureau acteur) {
    acteurs.remove(acteur);
  }

  void ajouterAssocie() {
    if (!associe.isEmpty() && !associes.contains(associe)) {
      associes.add(associe);
    }
    associe = "";
  }

  void dissocier(String nom) {
    associes.remove(nom);
  }

  public Habilitation[] getToutesHabilitations() {
    return Habilitation.values();
  }

  public Map<String, Boolean> getHabilitations() {
    return habilitations;
  }

  public Map<String, Boolean> getMetadonnees() {
    return metadonnees;
  }

  public List<ActeurDeBureau> getActeurs() {
    return acteurs;
  }

  public List<String> getAssocies() {
    return associes;
  }

  public String getNomCourt() {
    return nomCourt;
  }

  public void setNomCourt(String nomCourt) {
    this.nomCourt = vide(nomCourt);
  }

  public String getTitre() {
    return titre;
  }

  public void setTitre(String titre) {
    this.titre = vide(titre);
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = vide(description);
  }

  public String getSuperieur() {
    return superieur;
  }

  public void setSuperieur(String superieur) {
    this.superieur = vide(superieur);
  }

  public boolean isAVenir() {
    return aVenir;
  }

  public void setAVenir(boolean aVenir) {
    this.aVenir = aVenir;
  }

  public String getOnglet() {
    return onglet;
  }

  public void setOnglet(String onglet) {
    this.onglet = vide(onglet);
  }

  public String getIdentifiant() {
    return identifiant;
  }

  public void setIdentifiant(String identifiant) {
    this.identifiant = vide(identifiant);
  }

  public RoleBureau getRole() {
    return role;
  }

  public void setRole(RoleBureau role) {
    this.role = role;
  }

  public String getAssocie() {
    return associe;
  }

  public void setAssocie(String associe) {
    this.associe = vide(associe);
  }

  private static String vide(String texte) {
    return texte == null ? "" : texte.strip();
  }
}
