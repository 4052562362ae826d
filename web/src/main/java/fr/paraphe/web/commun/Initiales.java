package fr.paraphe.web.commun;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Les deux lettres d’un nom de personne ou de bureau : « Paul Maire » donne PM, « Commission
 * d’appel d’offres » CA.
 */
@Named("initiales")
@ApplicationScoped
public class Initiales {
  private static final int LETTRES = 2;
  private static final Set<String> MOTS_VIDES =
      Set.of("de", "du", "des", "la", "le", "les", "et", "d", "l");

  public String du(String nom) {
    return de(nom);
  }

  static String de(String nom) {
    return Arrays.stream(nom.split("[\\s’'—-]+"))
        .filter(mot -> !mot.isBlank() && !MOTS_VIDES.contains(mot.toLowerCase(Locale.FRENCH)))
        .limit(LETTRES)
        .map(mot -> mot.substring(0, 1).toUpperCase(Locale.FRENCH))
        .collect(Collectors.joining());
  }
}
