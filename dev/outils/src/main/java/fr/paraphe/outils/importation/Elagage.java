package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Image.Element;
import fr.paraphe.outils.sql.Ordres;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Supprime ce que le fichier ne nomme pas et que rien n’utilise : la base elle-même refuse de
 * perdre ce à quoi un dossier, un circuit ou une délégation renvoie.
 */
final class Elagage {

  private static final Map<String, String> SUPPRIMER = supprimer();

  private final Ordres ordres;
  private final int collectivite;

  Elagage(Ordres ordres, int collectivite) {
    this.ordres = ordres;
    this.collectivite = collectivite;
  }

  private static Map<String, String> supprimer() {
    Map<String, String> parRubrique = new LinkedHashMap<>();
    parRubrique.put(
        "comptes-techniques",
        "DELETE FROM compte_technique WHERE collectivite_id = ? AND utilisateur_id = (SELECT id FROM utilisateur WHERE collectivite_id = ? AND lower(identifiant) = lower(?))");
    parRubrique.put(
        Image.SOUS_TYPES,
        "DELETE FROM sous_type s USING type_dossier t WHERE t.id = s.type_id AND s.collectivite_id = ? AND t.collectivite_id = ? AND lower(t.nom) || ' / ' || lower(s.nom) = lower(?)");
    for (String[] table :
        new String[][] {
          {"types", "type_dossier", "nom"},
          {"circuits", "circuit", "nom"},
          {"calques", "calque", "nom"},
          {"cachets", "cachet", "titre"},
          {"metadonnees", "metadonnee", "nom_court"},
          {"bureaux", "bureau", "nom_court"},
          {"groupes", "groupe", "nom"},
          {"utilisateurs", "utilisateur", "identifiant"}
        }) {
      parRubrique.put(
          table[0],
          "DELETE FROM "
              + table[1]
              + " WHERE ? = collectivite_id AND collectivite_id = ? AND lower("
              + table[2]
              + ") = lower(?)"
              + garde(table[0]));
    }
    return parRubrique;
  }

  /** Ce que la base emporterait sans le dire : un bureau tenu, une personne en place. */
  private static String garde(String rubrique) {
    return switch (rubrique) {
      case "bureaux" ->
          " AND NOT EXISTS (SELECT 1 FROM bureau_utilisateur l WHERE l.bureau_id = bureau.id)"
              + " AND NOT EXISTS (SELECT 1 FROM evenement e WHERE e.collectivite_id = bureau.collectivite_id AND e.bureau_id = bureau.id)";
      case "utilisateurs" ->
          " AND NOT EXISTS (SELECT 1 FROM bureau_utilisateur l WHERE l.utilisateur_id = utilisateur.id)"
              + " AND NOT EXISTS (SELECT 1 FROM evenement e WHERE e.collectivite_id = utilisateur.collectivite_id AND e.acteur_id = utilisateur.id)"
              + " AND NOT EXISTS (SELECT 1 FROM evenement_systeme e WHERE e.collectivite_id = utilisateur.collectivite_id AND e.acteur_id = utilisateur.id)";
      case "groupes" ->
          " AND NOT EXISTS (SELECT 1 FROM groupe_utilisateur l WHERE l.groupe_id = groupe.id)"
              + " AND NOT EXISTS (SELECT 1 FROM sous_type_acces a WHERE a.groupe_id = groupe.id)"
              + " AND NOT EXISTS (SELECT 1 FROM circuit_acces a WHERE a.groupe_id = groupe.id)";
      default -> "";
    };
  }

  /** Ce qui reste, faute de pouvoir partir. */
  void faire(List<Element> absents) throws SQLException {
    for (String rubrique : SUPPRIMER.keySet()) {
      List<Element> siens =
          new ArrayList<>(absents.stream().filter(e -> e.rubrique().equals(rubrique)).toList());
      Collections.reverse(siens);
      for (Element element : siens) {
        supprimer(SUPPRIMER.get(rubrique), element.nom());
      }
    }
  }

  private void supprimer(String sql, String nom) throws SQLException {
    Savepoint repere = ordres.connexion().setSavepoint();
    try {
      ordres.executer(sql, Arrays.<Object>asList(collectivite, collectivite, nom).toArray());
      ordres.connexion().releaseSavepoint(repere);
    } catch (SQLException utilise) {
      RefusBase.phrase(utilise);
      ordres.connexion().rollback(repere);
    }
  }
}
