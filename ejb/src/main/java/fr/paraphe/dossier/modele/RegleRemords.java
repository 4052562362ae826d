package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.EtatDossier;
import java.util.Comparator;
import java.util.List;
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
    boolean intacte = dossier.actives().stream().noneMatch(e -> e.lue() || entamee(dossier, e));
    return dossier
        .courante()
        .filter(e -> intacte && e.action().aTraiter())
        .flatMap(e -> derniere(new Parcours(dossier.etapes()).precedentes(e)))
        .filter(p -> p.decision().filter(Decision::reprenable).isPresent());
  }

  /** Vrai si un bureau du même rang a déjà décidé. */
  private static boolean entamee(Dossier dossier, Etape etape) {
    return new Parcours(dossier.etapes()).groupe(etape).stream().anyMatch(Etape::decidee);
  }

  /** Celle qui a fait avancer le dossier : la dernière décidée de son rang. */
  private static Optional<Etape> derniere(List<Etape> rang) {
    return rang.stream()
        .filter(e -> e.decideePar() != null)
        .max(Comparator.comparing(Etape::decideeLe));
  }
}
