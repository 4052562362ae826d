package fr.paraphe.typologie;

import fr.paraphe.organisation.Acteur;
import fr.paraphe.typologie.infra.TypologieLecture;
import fr.paraphe.typologie.modele.RegleMetadonnee;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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

  /** Vérifie et complète des métadonnées : défauts posés, valeurs vides ôtées. */
  public static Map<String, String> verifier(Cadre cadre, Map<String, String> fournies) {
    return RegleMetadonnee.verifier(cadre.metadonnees(), fournies);
  }
}
