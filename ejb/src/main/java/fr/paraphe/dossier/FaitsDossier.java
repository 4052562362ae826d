package fr.paraphe.dossier;

import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.UtilisateurId;
import java.time.Instant;
import java.util.List;

/**
 * Événement : des faits viennent d’être établis sur un dossier. Publié dans la transaction de
 * l’acte ; le journal l’observe et l’écrit. Une exception d’un observateur annule l’acte.
 */
public record FaitsDossier(long dossier, CollectiviteId collectivite, List<Ligne> lignes) {

  public FaitsDossier {
    lignes = List.copyOf(lignes);
  }

  /**
   * @param etape identifiant technique de l’étape, ou {@code null}
   * @param visible vrai si l’historique classique la montre
   */
  public record Ligne(
      NatureFait nature,
      Statut statut,
      Instant instant,
      UtilisateurId acteur,
      String acteurNom,
      BureauId bureau,
      Integer delegation,
      Long etape,
      String annotation,
      boolean visible) {}
}
