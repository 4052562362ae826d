package fr.paraphe.web.administration;

import fr.paraphe.dossier.CritereSurveillance;
import fr.paraphe.dossier.DossierSurveille;
import fr.paraphe.dossier.Surveillance;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import fr.paraphe.web.corbeille.Contexte;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.OptionalInt;

/** Les dossiers en circulation, pour qui les administre ; tout son état est dans l’adresse. */
@Named("dossiersSurveilles")
@RequestScoped
public class DossiersSurveilles {
  private static final int TAILLE = 50;

  private Surveillance surveillance;
  private String texte;
  private String type;
  private int immobile;
  private boolean retard;
  private int page;
  private Lot<DossierSurveille> lot;

  protected DossiersSurveilles() {}

  @Inject
  public DossiersSurveilles(Surveillance surveillance, HttpServletRequest requete) {
    this.surveillance = surveillance;
    this.texte = Demande.texte(requete, "q");
    this.type = Demande.texte(requete, "type");
    this.immobile = Demande.identifiant(requete, "immobile");
    this.retard = "oui".equals(Demande.texte(requete, "retard"));
    this.page = Math.max(1, Math.min(Demande.identifiant(requete, "page"), 100_000));
  }

  public Lot<DossierSurveille> getLot() {
    if (lot == null) {
      lot = surveillance.chercher(critere());
    }
    return lot;
  }

  private CritereSurveillance critere() {
    return new CritereSurveillance(
        texte,
        type,
        Optional.empty(),
        immobile == 0 ? OptionalInt.empty() : OptionalInt.of(immobile),
        retard,
        Tranche.page(page, TAILLE));
  }

  public String adresse(DossierSurveille dossier) {
    return "dossier.xhtml?id=" + Contexte.encoder(dossier.id().valeur());
  }

  /** Adresse de la page voisine ; vide s’il n’y en a pas. */
  public String voisine(int pas) {
    int voisine = page + pas;
    boolean existe = voisine >= 1 && (long) (voisine - 1) * TAILLE < getLot().total();
    return existe ? "dossiers.xhtml?" + question() + "page=" + voisine : "";
  }

  private String question() {
    return (texte.isEmpty() ? "" : "q=" + Contexte.encoder(texte) + "&")
        + (type.isEmpty() ? "" : "type=" + Contexte.encoder(type) + "&")
        + (immobile == 0 ? "" : "immobile=" + immobile + "&")
        + (retard ? "retard=oui&" : "");
  }

  public boolean isFiltre() {
    return !question().isEmpty();
  }

  public String getTexte() {
    return texte;
  }

  public String getType() {
    return type;
  }

  public String getImmobile() {
    return immobile == 0 ? "" : String.valueOf(immobile);
  }

  public boolean isRetard() {
    return retard;
  }
}
