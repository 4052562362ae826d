package fr.paraphe.dossier;

import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.Tranche;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Ce que cherche un administrateur parmi les dossiers en circulation. Les conditions se cumulent.
 *
 * @param texte cherché dans le titre et l’identifiant, sans casse ni accents ; vide : tout
 * @param type nom du type ; vide : tous
 * @param bureau bureau où le dossier attend
 * @param immobileDepuis jours pleins sans mouvement, au moins
 * @param enRetardSeuls date limite dépassée
 */
public record CritereSurveillance(
    String texte,
    String type,
    Optional<BureauId> bureau,
    OptionalInt immobileDepuis,
    boolean enRetardSeuls,
    Tranche tranche) {

  public CritereSurveillance {
    texte = texte == null ? "" : texte.strip();
    type = type == null ? "" : type.strip();
  }
}
