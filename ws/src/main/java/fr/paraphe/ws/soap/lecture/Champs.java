package fr.paraphe.ws.soap.lecture;

import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.socle.ErreurMetier;
import java.util.Optional;

/**
 * Les champs simples d’une requête. Les connecteurs laissent des blancs partout, un champ vide vaut
 * un champ absent.
 */
public final class Champs {

  private Champs() {}

  /** Blancs réduits comme le schéma le dit ({@code whiteSpace="collapse"}) ; vide si absent. */
  public static String court(String valeur) {
    return valeur == null ? "" : valeur.strip().replaceAll("\\s+", " ");
  }

  public static Optional<String> filtre(String valeur) {
    return Optional.of(court(valeur)).filter(v -> !v.isEmpty());
  }

  /**
   * @throws ErreurMetier s’il manque ou s’il est impossible
   */
  public static IdentifiantDossier dossier(String valeur) {
    String court = court(valeur);
    if (court.isEmpty()) {
      throw new ErreurMetier(ErreurLecture.REQUETE_INVALIDE, "Le DossierID manque.");
    }
    return lireDossier(court)
        .orElseThrow(
            () -> new ErreurMetier(ErreurLecture.REQUETE_INVALIDE, "Le DossierID est impossible."));
  }

  static Optional<IdentifiantDossier> lireDossier(String court) {
    try {
      return Optional.of(new IdentifiantDossier(court));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
