package fr.paraphe.web.administration;

import fr.paraphe.circuit.CircuitTrouve;
import fr.paraphe.circuit.DemandeEssai;
import fr.paraphe.circuit.DessinCircuits;
import fr.paraphe.circuit.Essai;
import fr.paraphe.circuit.FicheCircuit;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import fr.paraphe.web.commun.Mots;
import fr.paraphe.web.erreur.PhraseRefus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Les circuits, leur dessin et leur essai ; tout l’état de la page est dans l’adresse. */
@Named("circuitsAdmin")
@RequestScoped
public class CircuitsAdmin {
  private DessinCircuits circuits;
  private Horloge horloge;
  private Mots mots;
  private String texte;
  private int page;
  private int id;
  private String emetteur;
  private String jour;
  private String variables;
  private Lot<CircuitTrouve> lot;
  private FicheCircuit fiche;
  private Essai essai;
  private String refus = "";

  protected CircuitsAdmin() {}

  @Inject
  public CircuitsAdmin(
      DessinCircuits circuits, Horloge horloge, Mots mots, HttpServletRequest requete) {
    this.circuits = circuits;
    this.horloge = horloge;
    this.mots = mots;
    this.texte = Demande.texte(requete, "q");
    this.page = Demande.page(requete);
    this.id = Demande.identifiant(requete, "id");
    this.emetteur = Demande.texte(requete, "emetteur");
    this.jour = Demande.texte(requete, "jour");
    this.variables = Demande.texte(requete, "variables");
  }

  /** Lit avant que la page se dessine : un circuit d’ailleurs est introuvable. */
  public void ouvrir() {
    getLot();
    getFiche();
    if (id > 0 && !emetteur.isEmpty()) {
      essayer();
    }
  }

  /** Un bureau mal nommé se dit dans la page, qui garde ce qui est saisi. */
  private void essayer() {
    try {
      essai = circuits.essayer(id, new DemandeEssai(emetteur, date(), noms()));
    } catch (ErreurMetier e) {
      refus = PhraseRefus.dans(mots.langue(), e);
    }
  }

  private LocalDate date() {
    try {
      return LocalDate.parse(jour);
    } catch (DateTimeException e) {
      return horloge.aujourdhui();
    }
  }

  private List<String> noms() {
    return Arrays.stream(variables.split(";"))
        .map(String::strip)
        .filter(n -> !n.isEmpty())
        .toList();
  }

  public Lot<CircuitTrouve> getLot() {
    if (lot == null) {
      lot = circuits.chercher(texte, Tranche.page(page, Demande.TAILLE));
    }
    return lot;
  }

  public FicheCircuit getFiche() {
    if (fiche == null && id > 0) {
      fiche = circuits.lire(id);
    }
    return fiche;
  }

  public Essai getEssai() {
    return essai;
  }

  public String getRefus() {
    return refus;
  }

  public Pages getPages() {
    return new Pages("circuits.xhtml", texte, page, getLot().total());
  }

  public String lien(CircuitTrouve circuit) {
    return getPages().avec("id=" + circuit.id());
  }

  public int getId() {
    return id;
  }

  public String getTexte() {
    return texte;
  }

  public String getEmetteur() {
    return emetteur;
  }

  public String getJour() {
    return date().toString();
  }

  public String getVariables() {
    return variables;
  }
}
