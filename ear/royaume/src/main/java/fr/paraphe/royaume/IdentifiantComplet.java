package fr.paraphe.royaume;

import java.util.Locale;
import java.util.Optional;

/**
 * Le nom d’un compte, toujours écrit {@code identifiant@domaine} en minuscules.
 *
 * <p>Un identifiant ne contient jamais d’arobase (contrainte du schéma) : la dernière sépare.
 */
record IdentifiantComplet(String identifiant, String domaine) {
  private static final int LONGUEUR_MAX = 320;

  /** Lit un nom déjà complet ; vide s’il n’en a pas la forme. */
  static Optional<IdentifiantComplet> lire(String nom) {
    if (nom.length() > LONGUEUR_MAX || nom.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    int arobase = nom.lastIndexOf('@');
    if (arobase <= 0 || arobase == nom.length() - 1) {
      return Optional.empty();
    }
    String net = nom.strip().toLowerCase(Locale.ROOT);
    int coupure = net.lastIndexOf('@');
    return coupure <= 0 || coupure == net.length() - 1
        ? Optional.empty()
        : Optional.of(
            new IdentifiantComplet(net.substring(0, coupure), net.substring(coupure + 1)));
  }

  static boolean estComplet(String nom) {
    return nom.indexOf('@') >= 0;
  }

  @Override
  public String toString() {
    return identifiant + '@' + domaine;
  }
}
