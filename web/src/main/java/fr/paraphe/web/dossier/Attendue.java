package fr.paraphe.web.dossier;

import fr.paraphe.dossier.Action;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parmi ce qui est permis, l’action que la page met en avant : un seul bouton plein par écran. */
final class Attendue {
  private static final List<Action> ORDRE =
      List.of(Action.SIGNER, Action.CACHETER, Action.VISER, Action.TRANSMETTRE, Action.ARCHIVER);

  private Attendue() {}

  static Optional<Action> de(Set<Action> permises) {
    return ORDRE.stream().filter(permises::contains).findFirst();
  }
}
