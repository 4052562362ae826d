package fr.paraphe.web.creation;

import fr.paraphe.dossier.Brouillon;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.DemandeApercu;
import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.typologie.MetadonneeAttendue;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ce que la personne a saisi pour créer un dossier. */
public class Saisie implements Serializable {
  private static final long serialVersionUID = 1L;

  private int bureau;
  private String type = "";
  private String sousType = "";
  private String titre = "";
  private Visibilite visibilite = Visibilite.SERVICE;
  private LocalDate dateLimite;
  private String annotationPublique = "";
  private String annotationPrivee = "";
  private String registre = "[]";
  private final Map<String, Object> metadonnees = new HashMap<>();
  private final Map<Integer, Integer> variables = new HashMap<>();

  /** Reprend un brouillon : ses pièces redeviennent des pièces en cours. */
  void reprendre(Brouillon b, PiecesEnCours pieces) {
    bureau = b.bureau().valeur();
    type = b.type();
    sousType = b.sousType();
    titre = b.titre();
    visibilite = b.visibilite();
    dateLimite = b.dateLimite();
    registre = Registre.de(b, pieces);
    metadonnees.clear();
    b.metadonnees()
        .forEach(
            (nom, valeur) ->
                metadonnees.put(
                    nom,
                    "true".equals(valeur) || "false".equals(valeur)
                        ? (Object) Boolean.valueOf(valeur)
                        : valeur));
  }

  boolean natureConnue() {
    return !type.isEmpty() && !sousType.isEmpty();
  }

  void viderMetadonnees() {
    metadonnees.clear();
    variables.clear();
  }

  void proposer(MetadonneeAttendue m) {
    metadonnees.put(m.nomCourt(), Natures.saisie(m.nature(), m.defaut()));
  }

  CreerDossier commande(PiecesEnCours pieces, Optional<BureauId> emetteur, boolean emettre) {
    return new CreerDossier(
        Optional.empty(),
        titre,
        type,
        sousType,
        visibilite,
        dateLimite,
        Registre.choisies(registre, pieces, true),
        Optional.empty(),
        Registre.choisies(registre, pieces, false),
        valeurs(),
        annotationPublique,
        annotationPrivee,
        emetteur,
        "",
        Origine.WEB,
        emettre);
  }

  /** De quoi demander le circuit, avec ce qui est saisi jusqu’ici. */
  DemandeApercu apercu(Optional<BureauId> emetteur, List<BureauId> choisis) {
    return new DemandeApercu(type, sousType, emetteur, valeurs(), choisis);
  }

  /**
   * Les bureaux choisis pour les étapes variables. Un choix manquant arrête la liste : le service
   * dira ce qui manque.
   */
  List<BureauId> variables(int attendus) {
    List<BureauId> choisis = new ArrayList<>();
    for (int i = 0; i < attendus && choisi(i) > 0; i++) {
      choisis.add(new BureauId(choisi(i)));
    }
    return choisis;
  }

  private int choisi(int etape) {
    return variables.getOrDefault(etape, 0);
  }

  public Map<Integer, Integer> getVariables() {
    return variables;
  }

  private Map<String, String> valeurs() {
    Map<String, String> valeurs = new LinkedHashMap<>();
    metadonnees.forEach(
        (nom, valeur) -> {
          if (valeur != null && !valeur.toString().isBlank()) {
            valeurs.put(nom, valeur.toString().strip());
          }
        });
    return valeurs;
  }

  public int getBureau() {
    return bureau;
  }

  public void setBureau(int bureau) {
    this.bureau = bureau;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getSousType() {
    return sousType;
  }

  public void setSousType(String sousType) {
    this.sousType = sousType;
  }

  public String getTitre() {
    return titre;
  }

  public void setTitre(String titre) {
    this.titre = titre;
  }

  public Visibilite getVisibilite() {
    return visibilite;
  }

  public void setVisibilite(Visibilite visibilite) {
    this.visibilite = visibilite;
  }

  public LocalDate getDateLimite() {
    return dateLimite;
  }

  public void setDateLimite(LocalDate dateLimite) {
    this.dateLimite = dateLimite;
  }

  public String getAnnotationPublique() {
    return annotationPublique;
  }

  public void setAnnotationPublique(String annotationPublique) {
    this.annotationPublique = annotationPublique;
  }

  public String getAnnotationPrivee() {
    return annotationPrivee;
  }

  public void setAnnotationPrivee(String annotationPrivee) {
    this.annotationPrivee = annotationPrivee;
  }

  public String getRegistre() {
    return registre;
  }

  public void setRegistre(String registre) {
    this.registre = registre == null || registre.isBlank() ? "[]" : registre;
  }

  public Map<String, Object> getMetadonnees() {
    return metadonnees;
  }
}
