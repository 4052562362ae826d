package fr.paraphe.outils.importation;

import java.sql.SQLException;
import java.util.Map;

/** Ce que la base refuse, dit en français. */
final class RefusBase {

  private static final Map<String, String> PHRASES =
      Map.of(
          "23505", "ce nom est déjà pris",
          "23P01", "une autre ligne occupe déjà cette place (délégation à la même période ?)",
          "23514", "une valeur n’est pas admise",
          "23502", "une valeur obligatoire manque",
          "23503", "un élément nommé n’existe pas dans cette collectivité",
          "22P02", "une valeur n’a pas la forme attendue",
          "22001", "un texte est trop long");

  private RefusBase() {}

  /**
   * @throws SQLException ce qui n’est pas un refus de données
   */
  static String phrase(SQLException e) throws SQLException {
    String phrase = PHRASES.get(e.getSQLState());
    if (phrase == null) {
      throw e;
    }
    return phrase;
  }
}
