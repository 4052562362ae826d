package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.EtatDossier;
import java.util.Optional;

/**
 * Le droit de remords (features.md L2, §3.1) : la dernière décision se reprend tant que l’étape
 * suivante n’a été ni ouverte ni traitée, si elle n’a rien laissé dans les documents.
 */
final class RegleRemords {

  private RegleRemords() {}

  /** L’étape qui peut être reprise ; vide s’il est trop tard. */
  static Optional<Etape> reprise(Dossier dossier) {
    if (dossier.etat() != EtatDossier.EN_COURS) {
      return Optional.empty();
    }
    return dossier
        .courante()
        .filter(e -> e.action().aTraiter() && !e.lue())
        .flatMap(e -> precedente(dossier, e))
        .filter(p -> p.decision().filter(Decision::reprenable).isPresent());
  }

  private static Optional<Etape> precedente(Dossier dossier, Etape etape) {
    return dossier.etapes().stream().filter(p -> p.rang() < etape.rang()).reduce((a, b) -> b);
  }
}
