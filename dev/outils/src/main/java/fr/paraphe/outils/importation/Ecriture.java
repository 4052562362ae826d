package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Nom;
import fr.paraphe.outils.importation.Noms.Nomme;
import fr.paraphe.outils.sql.Ordres;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Ce que partagent les écritures : créer ou mettre à jour par le nom, retrouver par le nom. */
abstract class Ecriture {

  private static final String SEQUENCE = "seq_organisation";

  final Ordres ordres;
  final Anomalies anomalies;
  final int collectivite;
  final Noms noms;

  Ecriture(Ordres ordres, Anomalies anomalies, int collectivite) {
    this.ordres = ordres;
    this.anomalies = anomalies;
    this.collectivite = collectivite;
    this.noms = new Noms(ordres, collectivite);
  }

  static int neuf(Ordres ordres) throws SQLException {
    return (int) ordres.identifiant(SEQUENCE);
  }

  /** L’identifiant de ce nom ; sinon l’anomalie est relevée à la ligne où il est écrit. */
  Optional<Integer> trouver(Nomme nomme, Nom nom) throws SQLException {
    return nom == null ? Optional.empty() : trouver(nomme, nom, nom.valeur());
  }

  private Optional<Integer> trouver(Nomme nomme, Nom nom, String cle) throws SQLException {
    Optional<Integer> id = noms.chercher(nomme, cle);
    if (id.isEmpty()) {
      anomalies.relever(nom.ligne(), nomme.quoi() + " « " + nom.valeur() + " » n’existe pas");
    }
    return id;
  }

  Optional<Integer> trouverSousType(Optional<Integer> type, Nom nom) throws SQLException {
    return nom == null || type.isEmpty()
        ? Optional.empty()
        : trouver(Nomme.SOUS_TYPE, nom, type.get() + "/" + nom.valeur());
  }

  /** Les identifiants des noms connus ; les autres sont relevés. */
  List<Integer> trouver(Nomme nomme, List<Nom> ecrits) throws SQLException {
    List<Integer> ids = new ArrayList<>();
    for (Nom nom : ecrits == null ? List.<Nom>of() : ecrits) {
      trouver(nomme, nom).ifPresent(ids::add);
    }
    return ids;
  }

  /**
   * Met à jour ce qui porte ce nom, ou le crée.
   *
   * @param connu se termine par {@code WHERE id = ?}
   * @param neuf ses deux derniers paramètres sont la collectivité et l’identifiant
   * @param valeurs communes aux deux, le nom compris
   */
  int poser(Nomme nomme, String cle, String connu, String neuf, Object... valeurs)
      throws SQLException {
    Optional<Integer> id = noms.chercher(nomme, cle);
    List<Object> parametres = new ArrayList<>(java.util.Arrays.asList(valeurs));
    if (id.isPresent()) {
      parametres.add(id.get());
      ordres.ajouter(connu, parametres.toArray());
      return id.get();
    }
    int choisi = neuf(ordres);
    parametres.add(collectivite);
    parametres.add(choisi);
    ordres.ajouter(neuf, parametres.toArray());
    noms.retenir(nomme, cle, choisi);
    return choisi;
  }

  /**
   * Écrit les éléments en lots. Si la base en refuse un, tout est repris un par un : chaque refus
   * devient une anomalie à la ligne de l’élément.
   */
  <T> void chacun(List<T> elements, ToIntFunction<T> ligne, Acte<T> acte) throws SQLException {
    if (elements.isEmpty()) {
      return;
    }
    int avant = anomalies.nombre();
    Savepoint repere = ordres.connexion().setSavepoint();
    try {
      for (T element : elements) {
        acte.ecrire(element);
      }
      ordres.vider();
      ordres.connexion().releaseSavepoint(repere);
    } catch (SQLException refus) {
      RefusBase.phrase(refus);
      revenir(repere);
      anomalies.reprendre(avant);
      for (T element : elements) {
        unParUn(element, ligne.applyAsInt(element), acte);
      }
    }
  }

  private <T> void unParUn(T element, int ligne, Acte<T> acte) throws SQLException {
    Savepoint repere = ordres.connexion().setSavepoint();
    try {
      acte.ecrire(element);
      ordres.vider();
      ordres.connexion().releaseSavepoint(repere);
    } catch (SQLException refus) {
      revenir(repere);
      anomalies.relever(ligne, RefusBase.phrase(refus));
    }
  }

  private void revenir(Savepoint repere) throws SQLException {
    ordres.oublier();
    ordres.connexion().rollback(repere);
    noms.oublier();
  }

  /** L’écriture d’un élément. */
  @FunctionalInterface
  interface Acte<T> {
    void ecrire(T element) throws SQLException;
  }
}
