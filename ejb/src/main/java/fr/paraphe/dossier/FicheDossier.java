package fr.paraphe.dossier;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.organisation.BureauId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tout ce que la page d’un dossier montre, et ce que l’appelant peut en faire maintenant.
 *
 * @param version repère de l’étape montrée, à rappeler dans la décision : si le dossier a avancé
 *     depuis, c’est un conflit
 * @param actions calculées par {@code Droits.actions} ; un bouton absent d’ici n’existe pas
 * @param exigees ce que l’étape de l’appelant demande de renseigner ; vide s’il n’a rien à décider
 * @param agitPour nom du bureau pour lequel l’appelant agirait par délégation ; vide s’il agit pour
 *     le sien
 */
public record FicheDossier(
    IdentifiantDossier id,
    int version,
    String titre,
    String type,
    String sousType,
    EtatDossier etat,
    Statut statut,
    Visibilite visibilite,
    LocalDate dateLimite,
    long joursRetard,
    Instant creeLe,
    Instant emisLe,
    String emetteur,
    BureauId bureauEmetteurId,
    String bureauEmetteur,
    Optional<ActionDemandee> actionDemandee,
    Optional<BureauId> bureauCourantId,
    String bureauCourant,
    List<MetadonneeVue> metadonnees,
    List<MetadonneeExigee> exigees,
    List<DocumentVue> documents,
    List<EtapeVue> circuit,
    List<AnnotationVue> annotations,
    List<SignatureVue> signatures,
    List<EvenementVue> journal,
    Set<Action> actions,
    String agitPour) {

  public boolean peut(Action action) {
    return actions.contains(action);
  }
}
