package fr.paraphe.web.dossier;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.dossier.EtapeVue;
import fr.paraphe.dossier.EvenementVue;
import fr.paraphe.dossier.FicheDossier;
import fr.paraphe.dossier.NatureFait;
import fr.paraphe.web.commun.Dates;
import fr.paraphe.web.commun.Mots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Le circuit comme on le lit : qui, quoi, quand, et la forme de chaque jalon (UX-14). */
@Named("fil")
@ApplicationScoped
public class Fil {
  private static final Map<ActionDemandee, String> ICONES =
      Map.of(
          ActionDemandee.EMISSION, "envoi",
          ActionDemandee.CORRECTION, "retour",
          ActionDemandee.SIGNATURE, "plume",
          ActionDemandee.CACHET, "cachet",
          ActionDemandee.ARCHIVAGE, "drapeau");
  private static final Map<String, String> DEMANDES =
      Map.of(
          "SIGNER",
          "plume",
          "CACHETER",
          "cachet",
          "TRANSMETTRE",
          "envoi",
          "ARCHIVER",
          "drapeau",
          "VISER",
          "coche",
          "RETOURNE",
          "retour");
  private static final Map<String, String> ETATS =
      Map.of(
          "BROUILLON",
          "orange crayon",
          "EN_COURS",
          "bleu boite",
          "REJETE",
          "noir retour",
          "TERMINE",
          "vert drapeau",
          "ARCHIVE",
          "neutre dossiers");
  private static final Map<String, String> VALIDATIONS =
      Map.of(
          "VALIDE", "vert bouclier", "INDETERMINEE", "orange alerte", "INVALIDE", "rouge erreur");

  private static final Set<NatureFait> SANS_PERSONNE =
      EnumSet.of(NatureFait.ARRIVEE, NatureFait.ATTENTE, NatureFait.FIN_DE_CIRCUIT);

  private Dates dates;
  private Mots mots;

  protected Fil() {}

  @Inject
  public Fil(Dates dates, Mots mots) {
    this.dates = dates;
    this.mots = mots;
  }

  public String classe(EtapeVue etape) {
    if (etape.courante()) {
      return "encours";
    }
    if (etape.decision() == null) {
      return "avenir";
    }
    return rejetee(etape) ? "rejete" : "fait";
  }

  public String icone(EtapeVue etape) {
    if (etape.decision() != null) {
      return rejetee(etape) ? "croix" : "coche";
    }
    return iconeAction(etape.action());
  }

  public String iconeAction(ActionDemandee action) {
    return ICONES.getOrDefault(action, "oeil");
  }

  public String iconeDemande(String action) {
    return DEMANDES.getOrDefault(action, "oeil");
  }

  /** Qui a décidé ; à défaut, qui peut décider ; à défaut, le bureau. */
  public String qui(EtapeVue etape) {
    boolean decidee = etape.acteur() != null && !etape.acteur().isBlank();
    return decidee
        ? etape.acteur()
        : etape.proprietaires().isEmpty() ? etape.bureau() : noms(etape.proprietaires());
  }

  public String quand(EtapeVue etape) {
    if (etape.decideeLe() != null) {
      return dates.moment(etape.decideeLe());
    }
    return etape.courante() && etape.arriveeLe() != null
        ? mots.dire("fil.depuis", dates.joursDepuis(etape.arriveeLe()))
        : "";
  }

  /** Ce qui s’est passé, raconté : « a visé », « Arrivé au bureau DGS : visa ». */
  public String evenement(EvenementVue e) {
    String demandee = e.demandee().map(mots::de).orElse("").toLowerCase(Locale.ROOT);
    return mots.dire("evenement." + e.nature().name(), e.bureau(), demandee);
  }

  /** Vrai si la phrase de l’événement se dit de la personne qui a agi. */
  public boolean parQuelquUn(EvenementVue e) {
    return !SANS_PERSONNE.contains(e.nature());
  }

  public String noms(List<String> proprietaires) {
    return String.join(", ", proprietaires);
  }

  public String couleurEtat(FicheDossier fiche) {
    return couleur(ETATS, fiche.etat().name());
  }

  public String iconeEtat(FicheDossier fiche) {
    return icone(ETATS, fiche.etat().name());
  }

  public String couleurValidation(String validation) {
    return couleur(VALIDATIONS, validation);
  }

  public String iconeValidation(String validation) {
    return icone(VALIDATIONS, validation);
  }

  private static String couleur(Map<String, String> table, String cle) {
    return table.getOrDefault(cle, "neutre plume").split(" ")[0];
  }

  private static String icone(Map<String, String> table, String cle) {
    return table.getOrDefault(cle, "neutre plume").split(" ")[1];
  }

  private static boolean rejetee(EtapeVue etape) {
    return etape.decision().toUpperCase(Locale.ROOT).startsWith("REJET");
  }
}
