package fr.paraphe.organisation;

import java.util.List;

/**
 * Ce qui retient un bureau : tant qu’il en reste, il ne peut être ni désactivé ni supprimé.
 *
 * @param exemples quelques noms, vides quand ils ne se montrent pas
 */
public record EmploiBureau(Nature nature, long nombre, List<String> exemples) {

  public EmploiBureau {
    exemples = List.copyOf(exemples);
  }

  /** Pourquoi il est retenu. */
  public enum Nature {
    DOSSIERS_EN_COURS,
    CIRCUITS,
    SUBORDONNES,
    COMPTES_TECHNIQUES,
    DELEGATIONS
  }
}
