package fr.paraphe.web.creation;

import fr.paraphe.circuit.ApercuCircuit;
import fr.paraphe.circuit.EtapePrevue;
import fr.paraphe.dossier.BureauAccueil;
import fr.paraphe.dossier.Creation;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.DossierCree;
import fr.paraphe.dossier.Redaction;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.typologie.BureauPropose;
import fr.paraphe.typologie.MetadonneeAttendue;
import fr.paraphe.typologie.SousTypeResume;
import fr.paraphe.typologie.TypeResume;
import fr.paraphe.typologie.Typologie;
import fr.paraphe.web.commun.AdresseDossier;
import fr.paraphe.web.commun.Annonces;
import fr.paraphe.web.commun.Mots;
import fr.paraphe.web.corbeille.Contexte;
import fr.paraphe.web.erreur.PhraseRefus;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * La création d’un dossier sur une page : les pièces, la nature, les informations, et le circuit vu
 * avant l’envoi.
 */
@Named("nouveau")
@ViewScoped
public class Nouveau implements Serializable {
  private static final long serialVersionUID = 1L;

  private Creation creation;
  private Redaction redaction;
  private String brouillon = "";
  private Typologie typologie;
  private PiecesEnCours pieces;
  private Annonces annonces;
  private Mots mots;
  private final Saisie saisie = new Saisie();
  private transient List<TypeResume> types;
  private transient List<MetadonneeAttendue> metadonnees;
  private transient Optional<ApercuCircuit> apercu;
  private transient String obstacle;

  protected Nouveau() {}

  @Inject
  public Nouveau(
      Creation creation,
      Redaction redaction,
      Typologie typologie,
      PiecesEnCours pieces,
      Annonces annonces,
      Mots mots) {
    this.redaction = redaction;
    this.creation = creation;
    this.typologie = typologie;
    this.pieces = pieces;
    this.annonces = annonces;
    this.mots = mots;
  }

  /**
   * Le premier de mes bureaux qui puisse créer est proposé, ou le brouillon que l’adresse nomme.
   */
  public void preparer(List<BureauAccueil> creables) {
    String demande =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .getOrDefault("dossier", "");
    if (!demande.isEmpty()) {
      brouillon = demande;
      saisie.reprendre(redaction.brouillon(AdresseDossier.lire(demande)), pieces);
    }
    if (saisie.getBureau() == 0 && !creables.isEmpty()) {
      saisie.setBureau(creables.get(0).id().valeur());
    }
  }

  public Saisie getSaisie() {
    return saisie;
  }

  public List<TypeResume> getTypes() {
    if (types == null) {
      types = typologie.creables();
    }
    return types;
  }

  public List<SousTypeResume> getSousTypes() {
    return getTypes().stream()
        .filter(t -> t.nom().equals(saisie.getType()))
        .findFirst()
        .map(TypeResume::sousTypes)
        .orElse(List.of());
  }

  public Visibilite[] getVisibilites() {
    return Visibilite.values();
  }

  /** Le type a changé : l’ancien sous-type n’a plus de sens, sauf s’il n’y en a qu’un. */
  public void changerType() {
    List<SousTypeResume> choix = getSousTypes();
    saisie.setSousType(choix.size() == 1 ? choix.get(0).nom() : "");
    changerSousType();
  }

  public void changerSousType() {
    metadonnees = null;
    apercu = null;
    saisie.viderMetadonnees();
    getMetadonnees().stream().filter(m -> m.defaut() != null).forEach(m -> saisie.proposer(m));
  }

  public List<MetadonneeAttendue> getMetadonnees() {
    if (metadonnees == null) {
      metadonnees =
          saisie.natureConnue()
              ? typologie.metadonnees(saisie.getType(), saisie.getSousType())
              : List.of();
    }
    return metadonnees;
  }

  /** Les étapes prévues ; vide tant que la nature n’est pas choisie, ou ne mène à aucun circuit. */
  public List<EtapePrevue> getCircuit() {
    return apercu().map(ApercuCircuit::etapes).orElse(List.of());
  }

  /** Pourquoi il n’y a pas encore de circuit ; vide sinon. */
  public String getObstacle() {
    apercu();
    return obstacle;
  }

  /** Les étapes variables à pourvoir, de 0 à leur nombre. */
  public List<Integer> getVariables() {
    return IntStream.range(0, apercu().map(ApercuCircuit::variables).orElse(0)).boxed().toList();
  }

  /** Les bureaux que l’on peut choisir pour elles. */
  public List<BureauPropose> getVariablesPossibles() {
    return creation.variables(saisie.getType(), saisie.getSousType(), emetteur());
  }

  /** Vrai si les métadonnées peuvent changer le circuit. */
  public boolean isSelonMetadonnees() {
    return !getObstacle().isEmpty() || apercu().map(ApercuCircuit::parRegles).orElse(false);
  }

  /** Un autre bureau émetteur a d’autres bureaux associés. */
  public void changerBureau() {
    saisie.getVariables().clear();
    revoirCircuit();
  }

  /** Ce qui décide du circuit a changé. */
  public void revoirCircuit() {
    apercu = null;
  }

  private Optional<ApercuCircuit> apercu() {
    if (apercu == null) {
      obstacle = "";
      apercu = saisie.natureConnue() ? demander() : Optional.empty();
    }
    return apercu;
  }

  private Optional<ApercuCircuit> demander() {
    try {
      ApercuCircuit sans = creation.apercu(saisie.apercu(emetteur(), List.of()));
      List<BureauId> choisis = saisie.variables(sans.variables());
      return Optional.of(
          choisis.isEmpty() ? sans : creation.apercu(saisie.apercu(emetteur(), choisis)));
    } catch (ErreurMetier refus) {
      obstacle = PhraseRefus.dans(mots.langue(), refus);
      return Optional.empty();
    }
  }

  /**
   * Les pièces à redessiner : celles que la page vient d’envoyer, même si un champ a été refusé.
   */
  public String getPiecesRecues() {
    String recu =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .get("f:registre");
    return Registre.montrer(recu == null ? saisie.getRegistre() : recu, pieces);
  }

  public String enregistrer() {
    return creer(false);
  }

  public String envoyer() {
    return creer(true);
  }

  /**
   * @throws ErreurMetier les refus de {@link Creation#creer}, montrés dans la page, saisie gardée
   */
  private String creer(boolean emettre) {
    if (isModification()) {
      return modifier(emettre);
    }
    DossierCree cree = creation.creer(commande(emettre));
    Registre.oublier(saisie.getRegistre(), pieces);
    annonces.deposer(mots.dire(emettre ? "annonce.envoye" : "annonce.enregistre", cree.titre()));
    return "dossier.xhtml?faces-redirect=true&id=" + Contexte.encoder(cree.identifiant().valeur());
  }

  private CreerDossier commande(boolean emettre) {
    return saisie
        .commande(pieces, emetteur(), emettre)
        .avecVariables(saisie.variables(getVariables().size()));
  }

  private String modifier(boolean emettre) {
    redaction.modifier(AdresseDossier.lire(brouillon), commande(emettre));
    Registre.oublier(saisie.getRegistre(), pieces);
    annonces.deposer(
        mots.dire(emettre ? "annonce.envoye" : "annonce.enregistre", saisie.getTitre()));
    return "dossier.xhtml?faces-redirect=true&id=" + Contexte.encoder(brouillon);
  }

  /** Vrai si la page récrit un brouillon au lieu d’en créer un. */
  public boolean isModification() {
    return !brouillon.isEmpty();
  }

  private Optional<BureauId> emetteur() {
    return saisie.getBureau() > 0
        ? Optional.of(new BureauId(saisie.getBureau()))
        : Optional.empty();
  }
}
