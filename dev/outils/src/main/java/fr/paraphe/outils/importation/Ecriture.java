package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Nom;
import fr.paraphe.outils.sql.Ordres;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Ce que partagent les écritures : créer ou mettre à jour par le nom, retrouver par le nom. */
abstract class Ecriture {

  private static final String SEQUENCE = "seq_organisation";

  final Ordres ordres;
  final Anomalies anomalies;
  final int collectivite;

  Ecriture(Ordres ordres, Anomalies anomalies, int collectivite) {
    this.ordres = ordres;
    this.anomalies = anomalies;
    this.collectivite = collectivite;
  }

  static int neuf(Ordres ordres) throws SQLException {
    return (int) ordres.identifiant(SEQUENCE);
  }

  Optional<Integer> utilisateur(Nom nom) throws SQLException {
    return chercher("utilisateur", "identifiant", "l’utilisateur", nom);
  }

  Optional<Integer> bureau(Nom nom) throws SQLException {
    return chercher("bureau", "nom_court", "le bureau", nom);
  }

  Optional<Integer> circuit(Nom nom) throws SQLException {
    return chercher("circuit", "nom", "le circuit", nom);
  }

  Optional<Integer> metadonnee(Nom nom) throws SQLException {
    return chercher("metadonnee", "nom_court", "la métadonnée", nom);
  }

  Optional<Integer> cachet(Nom nom) throws SQLException {
    return chercher("cachet", "titre", "le cachet", nom);
  }

  Optional<Integer> type(Nom nom) throws SQLException {
    return chercher("type_dossier", "nom", "le type", nom);
  }

  /** L’identifiant de ce nom ; sinon l’anomalie est relevée à la ligne où il est écrit. */
  private Optional<Integer> chercher(String table, String colonne, String quoi, Nom nom)
      throws SQLException {
    if (nom == null) {
      return Optional.empty();
    }
    Optional<Integer> id = existant(table, colonne, nom.valeur());
    if (id.isEmpty()) {
      anomalies.relever(nom.ligne(), quoi + " « " + nom.valeur() + " » n’existe pas");
    }
    return id;
  }

  Optional<Integer> existant(String table, String colonne, String valeur) throws SQLException {
    return ordres.entier(
        "SELECT id FROM " + table + " WHERE collectivite_id = ? AND lower(" + colonne + ") = ?",
        collectivite,
        valeur.toLowerCase(Locale.ROOT));
  }

  /** Remplace les lignes d’une association par ces identifiants. */
  void remplacer(String retrait, Object[] cle, String ajout, Collection<Object[]> lignes)
      throws SQLException {
    ordres.executer(retrait, cle);
    for (Object[] ligne : lignes) {
      ordres.executer(ajout, ligne);
    }
  }

  /** Un ordre par élément ; un refus de la base devient une anomalie à la ligne de l’élément. */
  <T> void chacun(List<T> elements, java.util.function.ToIntFunction<T> ligne, Acte<T> acte)
      throws SQLException {
    for (T element : elements) {
      var repere = ordres.connexion().setSavepoint();
      try {
        acte.ecrire(element);
        ordres.connexion().releaseSavepoint(repere);
      } catch (SQLException e) {
        ordres.connexion().rollback(repere);
        anomalies.relever(ligne.applyAsInt(element), RefusBase.phrase(e));
      }
    }
  }

  /** L’écriture d’un élément. */
  @FunctionalInterface
  interface Acte<T> {
    void ecrire(T element) throws SQLException;
  }
}
