package fr.paraphe.ws.soap.spool;

import java.io.IOException;
import java.io.Reader;

/** Les caractères d’un message, lus par un tampon de taille fixe. */
final class CaracteresXml {

  private static final int TAMPON = 32 * 1024;
  private static final int AVANCE_MAX = 16;

  private final Reader source;
  private final char[] tampon = new char[TAMPON];
  private int position;
  private int limite;

  CaracteresXml(Reader source) {
    this.source = source;
  }

  char[] tampon() {
    return tampon;
  }

  /** Vrai s’il reste au moins un caractère, désormais dans le tampon. */
  boolean disponible() throws IOException {
    return position < limite || remplir(1);
  }

  void exiger() throws IOException {
    if (!disponible()) {
      throw RequeteRefusee.message(
          "Le message est incomplet : il s’arrête avant la fin de son enveloppe.");
    }
  }

  char regarder() throws IOException {
    exiger();
    return tampon[position];
  }

  char lire() throws IOException {
    exiger();
    return tampon[position++];
  }

  /** Nombre de caractères du tampon avant {@code borne}. */
  int jusqua(char borne) {
    int i = position;
    while (i < limite && tampon[i] != borne) {
      i++;
    }
    return i - position;
  }

  int jusqua(char borne, char autre) {
    int i = position;
    while (i < limite && tampon[i] != borne && tampon[i] != autre) {
      i++;
    }
    return i - position;
  }

  /** Avance dans le tampon ; rend l’indice où commençait ce qui est pris. */
  int prendre(int longueur) {
    int debut = position;
    position += longueur;
    return debut;
  }

  /** Avance si la suite est exactement celle-là. */
  boolean avale(String suite) throws IOException {
    if (limite - position < suite.length() && !remplir(suite.length())) {
      return false;
    }
    for (int i = 0; i < suite.length(); i++) {
      if (tampon[position + i] != suite.charAt(i)) {
        return false;
      }
    }
    position += suite.length();
    return true;
  }

  void sauterJusquApres(String suite) throws IOException {
    while (!avale(suite)) {
      exiger();
      position += Math.max(1, jusqua(suite.charAt(0)));
    }
  }

  void sauterBlancs() throws IOException {
    while (disponible()
        && (Character.isWhitespace(tampon[position]) || tampon[position] == '\uFEFF')) {
      position++;
    }
  }

  /**
   * Ce qui va jusqu’à {@code borne} comprise, si elle vient avant {@code maximum} caractères ;
   * sinon ce maximum.
   */
  String jusquaApres(char borne, int maximum) throws IOException {
    StringBuilder lu = new StringBuilder();
    while (lu.length() < maximum) {
      char c = lire();
      lu.append(c);
      if (c == borne) {
        break;
      }
    }
    return lu.toString();
  }

  /** L’intérieur d’une balise, {@code >} avalé ; un {@code >} entre guillemets en fait partie. */
  String balise(int maximum) throws IOException {
    StringBuilder lu = new StringBuilder(128);
    char guillemet = 0;
    while (true) {
      char c = lire();
      if (guillemet == 0 && c == '>') {
        return lu.toString();
      }
      if (guillemet == 0 && c == '<') {
        throw RequeteRefusee.message("Le message est mal formé : une balise n’est pas fermée.");
      }
      if (lu.length() == maximum) {
        throw RequeteRefusee.message(
            "Le message contient une balise de plus de " + maximum + " caractères.");
      }
      if (guillemet == 0 && (c == '"' || c == '\'')) {
        guillemet = c;
      } else if (c == guillemet) {
        guillemet = 0;
      }
      lu.append(c);
    }
  }

  private boolean remplir(int minimum) throws IOException {
    assert minimum <= AVANCE_MAX;
    System.arraycopy(tampon, position, tampon, 0, limite - position);
    limite -= position;
    position = 0;
    while (limite < minimum) {
      int lus = source.read(tampon, limite, TAMPON - limite);
      if (lus < 0) {
        return false;
      }
      limite += lus;
    }
    return true;
  }
}
