package fr.paraphe.web.dossier;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** L’en-tête {@code Content-Disposition} d’un nom de fichier quelconque (RFC 6266, RFC 8187). */
final class Disposition {
  private static final String LIBRES = "!#$&+-.^_`|~";
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern HORS_ASCII = Pattern.compile("[^A-Za-z0-9 ._()-]");

  private Disposition() {}

  static String de(boolean affichable, String nom) {
    String simple =
        HORS_ASCII
            .matcher(ACCENTS.matcher(Normalizer.normalize(nom, Normalizer.Form.NFD)).replaceAll(""))
            .replaceAll("_");
    return (affichable ? "inline" : "attachment")
        + "; filename=\""
        + simple
        + "\"; filename*=UTF-8''"
        + etendu(nom);
  }

  private static String etendu(String nom) {
    StringBuilder b = new StringBuilder();
    for (byte octet : nom.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean libre = c < 0x80 && (Character.isLetterOrDigit(c) || LIBRES.indexOf(c) >= 0);
      b.append(libre ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return b.toString();
  }
}
