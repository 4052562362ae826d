package fr.paraphe.typologie;

import fr.paraphe.circuit.ErreurCircuit;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.typologie.infra.TypologieLecture;
import fr.paraphe.typologie.modele.RegleMetadonnee;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Ce qu’un sous-type impose, pour les composants qui créent des dossiers. */
@Dependent
public class Cadres {

  private final TypologieLecture lecture;

  @Inject
  public Cadres(TypologieLecture lecture) {
    this.lecture = lecture;
  }

  /**
   * @throws fr.paraphe.socle.ErreurMetier TYPE_INCONNU ou SOUS_TYPE_INCONNU, les mêmes s’il
   *     n’existe pas ou n’est pas ouvert à l’acteur
   */
  public Cadre exiger(Acteur acteur, String type, String sousType) {
    return lecture.exigerCadre(acteur, type, sousType);
  }

  /** Ce que la collectivité dit de ces métadonnées, dans l’ordre des libellés. */
  public List<MetadonneeAttendue> decrire(CollectiviteId collectivite, Collection<String> noms) {
    return noms.isEmpty() ? List.of() : lecture.metadonnees(collectivite, noms);
  }

  /**
   * Des valeurs saisies, contre la nature que la collectivité donne à chacune.
   *
   * @throws fr.paraphe.socle.ErreurMetier METADONNEE_INVALIDE
   */
  public void verifierSaisies(CollectiviteId collectivite, Map<String, String> saisies) {
    RegleMetadonnee.verifier(decrire(collectivite, saisies.keySet()), saisies);
  }

  /** Bureaux que l’on peut donner aux étapes variables d’un dossier émis par ce bureau. */
  public List<BureauPropose> variables(Acteur acteur, Cadre cadre, BureauId emetteur) {
    return lecture.variables(acteur, cadre.sousTypeId(), emetteur);
  }

  /**
   * @throws ErreurMetier {@link ErreurCircuit#BUREAU_VARIABLE_REFUSE} : un de ces bureaux ne peut
   *     pas être choisi
   */
  public void exigerVariables(
      Acteur acteur, Cadre cadre, BureauId emetteur, List<BureauId> choisis) {
    if (choisis.isEmpty()) {
      return;
    }
    List<BureauId> permis =
        variables(acteur, cadre, emetteur).stream().map(BureauPropose::id).toList();
    if (!permis.containsAll(choisis)) {
      throw new ErreurMetier(
          ErreurCircuit.BUREAU_VARIABLE_REFUSE,
          "Un des bureaux choisis ne peut pas recevoir ce dossier : choisissez parmi ceux qui vous sont proposés.");
    }
  }

  /** Défauts posés, valeurs vides ôtées, sans rien vérifier : de quoi montrer un circuit. */
  public static Map<String, String> completer(Cadre cadre, Map<String, String> fournies) {
    return RegleMetadonnee.completer(cadre.metadonnees(), fournies);
  }

  /** Vérifie et complète des métadonnées : défauts posés, valeurs vides ôtées. */
  public static Map<String, String> verifier(Cadre cadre, Map<String, String> fournies) {
    return RegleMetadonnee.verifier(cadre.metadonnees(), fournies);
  }
}
