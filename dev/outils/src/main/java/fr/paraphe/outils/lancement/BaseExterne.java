package fr.paraphe.outils.lancement;

import fr.paraphe.outils.atelier.Base;
import java.util.Optional;

/**
 * La base que l’administrateur désigne par {@code PARAPHE_DB_URL}, {@code PARAPHE_DB_USER}, {@code
 * PARAPHE_DB_PASSWORD}. Le compte qui migre peut être un autre : {@code PARAPHE_DB_OWNER_USER},
 * {@code PARAPHE_DB_OWNER_PASSWORD}.
 */
final class BaseExterne {

  private BaseExterne() {}

  static boolean choisie() {
    return variable("PARAPHE_DB_URL").isPresent();
  }

  static Base application() {
    return new Base(
        exiger("PARAPHE_DB_URL"),
        exiger("PARAPHE_DB_USER"),
        variable("PARAPHE_DB_PASSWORD").orElse(""));
  }

  static Base proprietaire() {
    Base application = application();
    return variable("PARAPHE_DB_OWNER_USER")
        .map(
            compte ->
                new Base(
                    application.url(), compte, variable("PARAPHE_DB_OWNER_PASSWORD").orElse("")))
        .orElse(application);
  }

  private static String exiger(String nom) {
    return variable(nom)
        .orElseThrow(
            () -> new Empechement("PARAPHE_DB_URL est donnée : il faut aussi " + nom + "."));
  }

  private static Optional<String> variable(String nom) {
    return Optional.ofNullable(System.getenv(nom)).filter(v -> !v.isBlank());
  }
}
