package fr.paraphe.recette.fautes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Ce qu’aucune réponse ne doit laisser voir de l’intérieur du produit. */
final class Fuites {

  /** Une trace, un nom de classe qualifié, un nom d’exception, un morceau de SQL. */
  private static final Pattern INTERIEUR =
      Pattern.compile(
          "\\bat [\\w.$]+\\([\\w.]+:\\d+\\)|\\b(?:java|javax|jakarta|org|com|sun|fr)\\.(?!faces\\b)[a-z]\\w*\\.[\\w.]*[A-Z]\\w+"
              + "|\\w+(?:Exception|Error)\\b|PSQL|EclipseLink|WFLY[A-Z]+\\d+|IJ0\\d{5}|SELECT \\w+ FROM|JBAS|Undertow/|WildFly");

  private Fuites() {}

  static void aucune(HttpResponse<String> reponse) {
    String corps = reponse.body();
    assertThat(INTERIEUR.matcher(corps).results().map(m -> m.group()).toList())
        .as("fuites de " + reponse.uri())
        .isEmpty();
    assertThat(reponse.headers().map().keySet())
        .noneMatch("server"::equalsIgnoreCase)
        .noneMatch("x-powered-by"::equalsIgnoreCase);
  }
}
