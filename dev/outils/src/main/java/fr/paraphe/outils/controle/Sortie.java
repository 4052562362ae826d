package fr.paraphe.outils.controle;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** La sortie standard, en UTF-8 quelle que soit la machine. */
final class Sortie {

  private static final PrintStream STANDARD =
      new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Sortie() {}

  static void dire(String phrase) {
    STANDARD.println(phrase);
  }

  /** Dit pourquoi la commande n’a pas pu se faire, et sort par 2. */
  static void empecher(String phrase) {
    dire(phrase);
    System.exit(2);
  }
}
