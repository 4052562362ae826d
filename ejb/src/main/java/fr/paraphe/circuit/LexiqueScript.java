package fr.paraphe.circuit;

import fr.paraphe.socle.ErreurMetier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Les mots d’un script classique. */
final class LexiqueScript {

  private static final int TAILLE_MAX = 100_000;

  /** Chaque forme est lue sans retour en arrière : la durée suit la longueur du texte. */
  private static final Pattern MOT =
      Pattern.compile(
          "(?<blanc>\\s++|//[^\\n]*+)"
              + "|(?<nom>[a-zA-Z_]\\w*+)"
              + "|(?<nombre>[+-]?[0-9]++(?:\\.[0-9]++)?+)"
              + "|\"(?<double>(?:[^\"\\\\\\n$]|\\\\[\"'\\\\$]){0,300}+)\""
              + "|'(?<simple>(?:[^'\\\\\\n]|\\\\[\"'\\\\$]){0,300}+)'"
              + "|(?<comparaison>==|!=|<=|>=|<|>)"
              + "|(?<signe>&&|\\|\\||[!(){}\\[\\],;])");

  private LexiqueScript() {}

  enum Genre {
    NOM,
    NOMBRE,
    TEXTE,
    COMPARAISON,
    SIGNE,
    FIN
  }

  /** Ligne et colonne à partir de 1. */
  record Mot(Genre genre, String texte, int ligne, int colonne) {}

  static List<Mot> decouper(String texte) {
    List<Mot> mots = new ArrayList<>();
    Matcher m = MOT.matcher(texte);
    int ligne = 1;
    int debutLigne = 0;
    int ici = 0;
    while (ici < texte.length()) {
      int fin = finCommentaire(texte, ici);
      if (fin < 0) {
        m.region(ici, texte.length());
        if (!m.lookingAt() || texte.length() > TAILLE_MAX) {
          throw refus(
              new Mot(Genre.SIGNE, texte.substring(ici, ici + 1), ligne, ici - debutLigne + 1));
        }
        fin = m.end();
        if (m.group("blanc") == null) {
          mots.add(mot(m, ligne, ici - debutLigne + 1));
        }
      }
      for (int i = ici; i < fin; i++) {
        if (texte.charAt(i) == '\n') {
          ligne++;
          debutLigne = i + 1;
        }
      }
      ici = fin;
    }
    mots.add(new Mot(Genre.FIN, "", ligne, ici - debutLigne + 1));
    return mots;
  }

  /** Où finit le commentaire ouvert ici ; négatif s’il n’y en a pas, ou s’il n’est pas fermé. */
  private static int finCommentaire(String texte, int ici) {
    int fin = texte.startsWith("/*", ici) ? texte.indexOf("*/", ici + 2) : -1;
    return fin < 0 ? -1 : fin + 2;
  }

  private static Mot mot(Matcher m, int ligne, int colonne) {
    String chaine = m.group("double") != null ? m.group("double") : m.group("simple");
    if (chaine != null) {
      return new Mot(Genre.TEXTE, chaine.replaceAll("\\\\(.)", "$1"), ligne, colonne);
    }
    Genre genre =
        m.group("nom") != null
            ? Genre.NOM
            : m.group("nombre") != null
                ? Genre.NOMBRE
                : m.group("comparaison") != null ? Genre.COMPARAISON : Genre.SIGNE;
    return new Mot(genre, m.group(), ligne, colonne);
  }

  /**
   * @param inverse vrai si la valeur est écrite à gauche : {@code 10 < montant}
   */
  static Comparateur comparateur(Mot signe, boolean inverse) {
    return switch (signe.texte()) {
      case "==" -> Comparateur.EGAL;
      case "!=" -> Comparateur.DIFFERENT;
      case "<" -> inverse ? Comparateur.SUPERIEUR : Comparateur.INFERIEUR;
      case "<=" -> inverse ? Comparateur.SUPERIEUR_OU_EGAL : Comparateur.INFERIEUR_OU_EGAL;
      case ">" -> inverse ? Comparateur.INFERIEUR : Comparateur.SUPERIEUR;
      case ">=" -> inverse ? Comparateur.INFERIEUR_OU_EGAL : Comparateur.SUPERIEUR_OU_EGAL;
      default -> throw refus(signe);
    };
  }

  static ErreurMetier refus(Mot mot) {
    String quoi = mot.genre() == Genre.FIN ? "fin du script" : mot.texte();
    return new ErreurMetier(
            ErreurCircuit.SCRIPT_REFUSE,
            "Ligne "
                + mot.ligne()
                + ", colonne "
                + mot.colonne()
                + "\u00a0: «\u00a0"
                + quoi
                + "\u00a0» n’est pas de ce que l’import sait traduire.")
        .avec(mot.ligne(), mot.colonne(), quoi);
  }
}
