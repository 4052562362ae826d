package fr.paraphe.web.erreur;

import fr.paraphe.socle.CodeErreur;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Panne;
import java.util.Optional;

/** Retrouver un refus sous les enveloppes du conteneur, et ce qu’il vaut en HTTP. */
public final class Refus {
  private Refus() {}

  /** Le refus que porte cette cause, s’il y en a un ; une base qui ne répond plus en est un. */
  public static Optional<ErreurMetier> dans(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof ErreurMetier refus) {
        return Optional.of(refus);
      }
    }
    return Panne.reconnaitre(cause);
  }

  public static int statut(CodeErreur.Nature nature) {
    return switch (nature) {
      case INTROUVABLE -> 404;
      case INTERDIT -> 403;
      case CONFLIT -> 409;
      case INVALIDE -> 422;
      case INDISPONIBLE -> 503;
    };
  }
}
