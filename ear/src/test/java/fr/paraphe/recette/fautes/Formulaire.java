package fr.paraphe.recette.fautes;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Un formulaire Faces d’une page lue.
 *
 * @param page adresse de la page, sous {@code /iparapheur/}
 * @param nom identifiant du formulaire
 * @param vue jeton de vue
 * @param jeton jeton de contenu de PrimeFaces
 */
record Formulaire(String page, String nom, String vue, String jeton) {

  private static final Pattern VUE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*? value=\"([^\"]+)\"");
  private static final Pattern JETON =
      Pattern.compile("name=\"primefaces\\.nonce\" value=\"([^\"]*)\"");

  static Formulaire lire(String page, String nom, String html) throws IOException {
    if (!html.contains("id=\"" + nom + "\"")) {
      throw new IOException(page + " n’a pas de formulaire « " + nom + " »");
    }
    return new Formulaire(page, nom, trouver(VUE, html), trouver(JETON, html));
  }

  private static String trouver(Pattern quoi, String html) throws IOException {
    Matcher m = quoi.matcher(html);
    if (!m.find()) {
      throw new IOException("page sans " + quoi);
    }
    return m.group(1);
  }

  /** Les champs que tout envoi porte, et celui-ci. */
  Map<String, String> champs(String champ, String valeur) {
    Map<String, String> champs = new LinkedHashMap<>();
    champs.put(nom, nom);
    champs.put("primefaces.nonce", jeton);
    champs.put("jakarta.faces.ViewState", vue);
    champs.put(champ, valeur);
    return champs;
  }
}
