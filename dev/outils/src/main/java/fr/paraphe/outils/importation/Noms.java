package fr.paraphe.outils.importation;

import fr.paraphe.outils.sql.Ordres;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Les noms déjà en base et leurs identifiants, lus une fois par rubrique. */
final class Noms {

  /** Ce qui porte un nom : sa table, la colonne qui le dit, comment on l’appelle. */
  enum Nomme {
    UTILISATEUR("utilisateur", "identifiant", "l’utilisateur"),
    GROUPE("groupe", "nom", "le groupe"),
    BUREAU("bureau", "nom_court", "le bureau"),
    CIRCUIT("circuit", "nom", "le circuit"),
    METADONNEE("metadonnee", "nom_court", "la métadonnée"),
    CACHET("cachet", "titre", "le cachet"),
    CALQUE("calque", "nom", "le calque"),
    TYPE("type_dossier", "nom", "le type"),
    SOUS_TYPE("sous_type", "type_id || '/' || nom", "le sous-type");

    private final String table;
    private final String colonne;
    private final String quoi;

    Nomme(String table, String colonne, String quoi) {
      this.table = table;
      this.colonne = colonne;
      this.quoi = quoi;
    }

    String quoi() {
      return quoi;
    }
  }

  private final Ordres ordres;
  private final int collectivite;
  private final Map<Nomme, Map<String, Integer>> connus = new HashMap<>();

  Noms(Ordres ordres, int collectivite) {
    this.ordres = ordres;
    this.collectivite = collectivite;
  }

  Optional<Integer> chercher(Nomme nomme, String nom) throws SQLException {
    return Optional.ofNullable(tous(nomme).get(nom.toLowerCase(Locale.ROOT)));
  }

  void retenir(Nomme nomme, String nom, int id) throws SQLException {
    tous(nomme).put(nom.toLowerCase(Locale.ROOT), id);
  }

  /** Après un retour en arrière de la base. */
  void oublier() {
    connus.clear();
  }

  private Map<String, Integer> tous(Nomme nomme) throws SQLException {
    Map<String, Integer> lus = connus.get(nomme);
    if (lus != null) {
      return lus;
    }
    lus = new HashMap<>();
    String sql =
        "SELECT lower("
            + nomme.colonne
            + "), id FROM "
            + nomme.table
            + " WHERE collectivite_id = ? ORDER BY id DESC";
    try (var ordre = ordres.preparer(sql, collectivite);
        var lignes = ordre.executeQuery()) {
      while (lignes.next()) {
        lus.put(lignes.getString(1), lignes.getInt(2));
      }
    }
    connus.put(nomme, lus);
    return lus;
  }
}
