package fr.paraphe.web.dossier;

import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Consultation;
import fr.paraphe.dossier.DocumentVue;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.FicheDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Instruction;
import fr.paraphe.dossier.Situation;
import fr.paraphe.socle.Tranche;
import fr.paraphe.web.commun.AdresseDossier;
import fr.paraphe.web.corbeille.Contexte;
import fr.paraphe.web.creation.Natures;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Un dossier ouvert, en pleine page ou à côté de sa liste : ce qu’on en voit, ce qu’on écrit avant
 * de décider. Les actions offertes sont celles de l’affichage, gardées telles quelles : si le
 * dossier a bougé depuis, la décision part quand même et la frontière la refuse avec une
 * explication, au lieu d’un bouton muet.
 */
@Named("dossier")
@ViewScoped
public class PageDossier implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<Action> ANNOTEES =
      EnumSet.of(Action.VISER, Action.SIGNER, Action.CACHETER, Action.TRANSMETTRE);

  private static final Set<EtatDossier> ATTENDUS =
      EnumSet.of(EtatDossier.BROUILLON, EtatDossier.EN_COURS);

  private Consultation consultation;
  private Instruction instruction;
  private Contexte contexte;
  private String id;
  private String documentDemande;
  private long place;
  private EnumSet<Action> actions = EnumSet.noneOf(Action.class);
  private int version;
  private String titre = "";
  private String annotationPublique = "";
  private String annotationPrivee = "";
  private final Map<String, Object> metadonnees = new HashMap<>();
  private transient FicheDossier fiche;
  private transient Situation position;

  protected PageDossier() {}

  @Inject
  public PageDossier(
      Consultation consultation, Instruction instruction, HttpServletRequest requete) {
    this.consultation = consultation;
    this.instruction = instruction;
    this.contexte = Contexte.lire(requete::getParameter);
    this.id =
        Optional.ofNullable(requete.getParameter("id")).orElse(requete.getParameter("ouvert"));
    this.documentDemande = requete.getParameter("document");
  }

  /**
   * Ouvre le dossier avant que la page se dessine ; la première ouverture par l’acteur de l’étape
   * vaut lecture.
   */
  public void ouvrir() {
    if (!isOuvert()) {
      return;
    }
    instruction.marquerLu(identifiant());
    fiche = consultation.fiche(identifiant());
    retenir();
  }

  private void retenir() {
    actions =
        fiche.actions().isEmpty() ? EnumSet.noneOf(Action.class) : EnumSet.copyOf(fiche.actions());
    position =
        contexte.connu()
            ? consultation.situer(contexte.demande(new Tranche(0, 1)), identifiant()).orElse(null)
            : null;
    place = position == null ? place : position.place();
    version = fiche.version();
    titre = fiche.titre();
    fiche
        .exigees()
        .forEach(
            m ->
                metadonnees.put(
                    m.attendue().nomCourt(), Natures.saisie(m.attendue().nature(), m.valeur())));
  }

  /** En pleine page, l’adresse doit nommer un dossier. */
  public void exiger() {
    identifiant();
    ouvrir();
  }

  public boolean isOuvert() {
    return id != null && !id.isBlank();
  }

  public FicheDossier getFiche() {
    if (fiche == null && isOuvert()) {
      fiche = consultation.fiche(identifiant());
    }
    return fiche;
  }

  IdentifiantDossier identifiant() {
    return AdresseDossier.lire(id);
  }

  /** L’avis écrit dans la page, avec la version que l’on avait sous les yeux. */
  Avis avis() {
    return new Avis(annotationPublique, annotationPrivee, OptionalInt.of(version), saisies());
  }

  /** L’avis d’un rejet : le motif tient lieu d’annotation publique. */
  Avis avisDeRejet(String motif) {
    return new Avis(motif, annotationPrivee, OptionalInt.of(version), saisies());
  }

  private Map<String, String> saisies() {
    Map<String, String> textes = new HashMap<>();
    metadonnees.forEach((nom, valeur) -> textes.put(nom, Objects.toString(valeur, "")));
    return textes;
  }

  /** Ce que l’étape demande de renseigner, par nom court : l’écran le remplit. */
  public Map<String, Object> getMetadonnees() {
    return metadonnees;
  }

  /** Vrai si l’action était offerte quand la page a été dessinée. */
  public boolean peut(String action) {
    return actions.contains(Action.valueOf(action));
  }

  public boolean isPeutDecider() {
    return actions.stream()
        .anyMatch(
            EnumSet.complementOf(EnumSet.of(Action.LIRE, Action.SURVEILLER, Action.RETIRER))
                ::contains);
  }

  /** La page de création, ouverte sur ce brouillon. */
  public String getLienModifier() {
    return "nouveau.xhtml?dossier=" + Contexte.encoder(id);
  }

  /** L’action attendue, celle du bouton plein ; vide si rien n’est attendu. */
  public String getAttendue() {
    return Attendue.de(actions).map(Enum::name).orElse("");
  }

  /** Ce que la page dit à qui l’ouvre : l’action attendue, un retour à corriger, ou rien. */
  public String getDemande() {
    boolean retourne = getFiche().etat() == EtatDossier.REJETE && actions.contains(Action.EFFACER);
    String attendue = getAttendue().isEmpty() ? "aucune" : getAttendue();
    return retourne ? "RETOURNE" : attendue;
  }

  /** Vrai tant que la date limite compte : ni retourné, ni au bout de son circuit. */
  public boolean isEcheanceUtile() {
    return ATTENDUS.contains(getFiche().etat());
  }

  /** Vrai si une décision peut porter une annotation. */
  public boolean isAnnotable() {
    return actions.stream().anyMatch(ANNOTEES::contains);
  }

  /**
   * Après un refus, la page montre le dossier tel qu’il est maintenant, boutons compris ; la saisie
   * est gardée.
   */
  public void avantDessin() {
    if (isOuvert() && FacesContext.getCurrentInstance().isPostback()) {
      fiche = consultation.fiche(identifiant());
      retenir();
    }
  }

  /** Le document montré : celui de l’adresse, sinon le premier qui soit affichable. */
  public DocumentVue getDocument() {
    return getFiche().documents().stream()
        .filter(d -> d.ref().toString().equals(documentDemande))
        .findFirst()
        .or(() -> getFiche().documents().stream().filter(DocumentVue::affichable).findFirst())
        .or(() -> getFiche().documents().stream().findFirst())
        .orElse(null);
  }

  /** La place du dossier dans la liste parcourue ; {@code null} s’il n’y est pas. */
  public Situation getPosition() {
    return position;
  }

  public String getLienPrecedent() {
    return lien(Situation::precedent);
  }

  public String getLienSuivant() {
    return lien(Situation::suivant);
  }

  private String lien(Function<Situation, Optional<IdentifiantDossier>> voisin) {
    return Optional.ofNullable(position)
        .flatMap(voisin)
        .map(d -> Adresses.dossier(vue(), contexte, d))
        .orElse("");
  }

  public String lienDocument(DocumentVue document) {
    return Adresses.dossier(vue(), contexte, identifiant()) + "&document=" + document.ref();
  }

  public String getLienListe() {
    return contexte.connu() ? "corbeille.xhtml?" + contexte.question() : "bureaux.xhtml";
  }

  public String getLienPleinePage() {
    return Adresses.dossier("dossier.xhtml", contexte, identifiant());
  }

  /** La page d’où l’on décide, où s’ouvrira le dossier suivant. */
  String vue() {
    return Adresses.vueCourante();
  }

  Contexte contexte() {
    return contexte;
  }

  /**
   * La place qu’avait le dossier dans sa liste quand la page a été dessinée ; 0 s’il n’y était pas.
   */
  long place() {
    return place;
  }

  public String getId() {
    return id;
  }

  /** Le bureau dont on parcourt la liste ; 0 sans liste. */
  public int getBureau() {
    return contexte.bureau();
  }

  String titre() {
    return titre;
  }

  public int getVersion() {
    return version;
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
}
