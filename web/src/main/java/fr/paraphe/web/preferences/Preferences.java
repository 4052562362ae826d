package fr.paraphe.web.preferences;

import fr.paraphe.notification.MesCourriels;
import fr.paraphe.notification.PreferencesCourriels;
import fr.paraphe.notification.ReglageCourriels;
import fr.paraphe.notification.Rythme;
import fr.paraphe.web.commun.Annonces;
import fr.paraphe.web.commun.Mots;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Les préférences de la personne connectée : ses courriels. */
@Named("preferences")
@ViewScoped
public class Preferences implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int HEURES = 24;

  private PreferencesCourriels courriels;
  private Annonces annonces;
  private Mots mots;
  private String adresseDuCompte = "";
  private boolean serveurConfigure;
  private Rythme rythme;
  private int pas;
  private int heure;
  private DayOfWeek jour;
  private String adresse = "";
  private boolean confidentiels;
  private boolean suivis;
  private boolean retards;

  protected Preferences() {}

  @Inject
  public Preferences(PreferencesCourriels courriels, Annonces annonces, Mots mots) {
    this.courriels = courriels;
    this.annonces = annonces;
    this.mots = mots;
  }

  public void ouvrir() {
    if (rythme == null) {
      montrer(courriels.miens());
    }
  }

  private void montrer(MesCourriels miens) {
    ReglageCourriels r = miens.reglage();
    adresseDuCompte = miens.adresseDuCompte();
    serveurConfigure = miens.serveurConfigure();
    rythme = r.rythme();
    pas = r.heures();
    heure = r.heure();
    jour = r.jour();
    adresse = r.adresse();
    confidentiels = r.confidentiels();
    suivis = r.suivis();
    retards = r.retards();
  }

  public String enregistrer() {
    courriels.regler(
        new ReglageCourriels(rythme, pas, heure, jour, adresse, confidentiels, suivis, retards));
    annonces.deposer(mots.dire("preferences.enregistre"));
    return "preferences.xhtml?faces-redirect=true";
  }

  public List<Rythme> getRythmes() {
    return Arrays.asList(Rythme.values());
  }

  public List<Integer> getTousLesPas() {
    return ReglageCourriels.PAS;
  }

  public List<Integer> getToutesLesHeures() {
    return IntStream.range(0, HEURES).boxed().toList();
  }

  public List<DayOfWeek> getJours() {
    return Arrays.asList(DayOfWeek.values());
  }

  public String getAdresseDuCompte() {
    return adresseDuCompte;
  }

  public boolean isServeurConfigure() {
    return serveurConfigure;
  }

  public Rythme getRythme() {
    return rythme;
  }

  public void setRythme(Rythme rythme) {
    this.rythme = rythme;
  }

  public int getPas() {
    return pas;
  }

  public void setPas(int pas) {
    this.pas = pas;
  }

  public int getHeure() {
    return heure;
  }

  public void setHeure(int heure) {
    this.heure = heure;
  }

  public DayOfWeek getJour() {
    return jour;
  }

  public void setJour(DayOfWeek jour) {
    this.jour = jour;
  }

  public String getAdresse() {
    return adresse;
  }

  public void setAdresse(String adresse) {
    this.adresse = adresse == null ? "" : adresse;
  }

  public boolean isConfidentiels() {
    return confidentiels;
  }

  public void setConfidentiels(boolean confidentiels) {
    this.confidentiels = confidentiels;
  }

  public boolean isSuivis() {
    return suivis;
  }

  public void setSuivis(boolean suivis) {
    this.suivis = suivis;
  }

  public boolean isRetards() {
    return retards;
  }

  public void setRetards(boolean retards) {
    this.retards = retards;
  }
}
