package fr.paraphe.ws.soap.spool;

import java.util.Map;

/** Les références de caractères de XML, dans un sens et dans l’autre. */
final class ReferencesXml {

  /** {@code &#1114111;} et un peu plus. */
  static final int LONGUEUR_MAX = 16;

  private static final Map<String, String> NOMMEES =
      Map.of("&lt;", "<", "&gt;", ">", "&amp;", "&", "&quot;", "\"", "&apos;", "'");

  private ReferencesXml() {}

  /** Les caractères que cette référence désigne ; elle-même si elle n’en désigne pas. */
  static char[] resoudre(String reference) {
    String nommee = NOMMEES.get(reference);
    if (nommee != null) {
      return nommee.toCharArray();
    }
    try {
      if (reference.startsWith("&#x")) {
        return Character.toChars(Integer.parseInt(corps(reference, 3), 16));
      }
      if (reference.startsWith("&#")) {
        return Character.toChars(Integer.parseInt(corps(reference, 2)));
      }
    } catch (IllegalArgumentException e) {
      return reference.toCharArray();
    }
    return reference.toCharArray();
  }

  private static String corps(String reference, int debut) {
    return reference.substring(debut, Math.max(debut, reference.length() - 1));
  }

  static void echapper(char[] texte, int debut, int longueur, StringBuilder sortie) {
    for (int i = debut; i < debut + longueur; i++) {
      switch (texte[i]) {
        case '&' -> sortie.append("&amp;");
        case '<' -> sortie.append("&lt;");
        case '>' -> sortie.append("&gt;");
        default -> sortie.append(texte[i]);
      }
    }
  }

  /** Le texte, propre à être placé dans un élément. */
  static String echapper(String texte) {
    StringBuilder sortie = new StringBuilder(texte.length() + 16);
    echapper(texte.toCharArray(), 0, texte.length(), sortie);
    return sortie.toString();
  }
}
