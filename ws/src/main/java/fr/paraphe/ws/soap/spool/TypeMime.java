package fr.paraphe.ws.soap.spool;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Un en-tête {@code Content-Type}, lu avec indulgence.
 *
 * @param type en minuscules, sans paramètre
 * @param parametres noms en minuscules
 */
record TypeMime(String type, Map<String, String> parametres) {

  private static final Pattern PARAMETRE =
      Pattern.compile(";\\s*([^\\s=;]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;]*))");

  static TypeMime de(String entete) {
    String texte = entete == null ? "" : entete;
    Map<String, String> parametres = new HashMap<>();
    Matcher m = PARAMETRE.matcher(texte);
    while (m.find()) {
      String valeur = m.group(2) != null ? m.group(2) : m.group(3).strip();
      parametres.putIfAbsent(m.group(1).toLowerCase(Locale.ROOT), valeur);
    }
    return new TypeMime(
        texte.split(";", 2)[0].strip().toLowerCase(Locale.ROOT), Map.copyOf(parametres));
  }

  /** Vide si le paramètre manque. */
  String parametre(String nom) {
    return parametres.getOrDefault(nom, "");
  }

  boolean xop() {
    return type.equals("application/xop+xml");
  }

  boolean multipart() {
    return type.startsWith("multipart/");
  }
}
