package fr.paraphe.web.erreur;

import java.security.SecureRandom;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Une panne : un numéro pour la personne (forme {@code 7F3A-21C9}), une ligne au journal technique.
 */
public final class Incident {
  /** Attribut de requête où la page d’erreur lit le numéro. */
  public static final String ATTRIBUT = "paraphe.incident";

  private static final Logger JOURNAL = LoggerFactory.getLogger(Incident.class);
  private static final SecureRandom HASARD = new SecureRandom();

  private Incident() {}

  /** Écrit la panne au journal et rend son numéro. */
  public static String consigner(String ou, Throwable cause) {
    String numero =
        String.format(Locale.ROOT, "%04X-%04X", HASARD.nextInt(0x10000), HASARD.nextInt(0x10000));
    JOURNAL.error("PARA0901 incident {} sur {}", numero, ou, cause);
    return numero;
  }
}
