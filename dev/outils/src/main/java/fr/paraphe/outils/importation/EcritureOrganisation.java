package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Bureau;
import fr.paraphe.outils.importation.Configuration.CompteTechnique;
import fr.paraphe.outils.importation.Configuration.Nom;
import fr.paraphe.outils.importation.Configuration.Utilisateur;
import fr.paraphe.outils.sql.Ordres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Écrit utilisateurs, bureaux et comptes techniques. */
final class EcritureOrganisation extends Ecriture {

  private static final String UTILISATEUR_NEUF =
      """
      INSERT INTO utilisateur (prenom, nom, courriel, role, notification, actif, mot_de_passe, id, collectivite_id, identifiant)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UTILISATEUR_CONNU =
      """
      UPDATE utilisateur SET prenom = ?, nom = ?, courriel = ?, role = ?, notification = ?, actif = ?,
        mot_de_passe = coalesce(?, mot_de_passe), version = version + 1 WHERE id = ?
      """;

  private static final String BUREAU_NEUF =
      """
      INSERT INTO bureau (titre, description, peut_creer, peut_traiter, peut_archiver, peut_enchainer, peut_secretariat, id,
        collectivite_id, nom_court) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String BUREAU_CONNU =
      """
      UPDATE bureau SET titre = ?, description = ?, peut_creer = ?, peut_traiter = ?, peut_archiver = ?, peut_enchainer = ?,
        peut_secretariat = ?, version = version + 1 WHERE id = ?
      """;

  private static final String COMPTE =
      """
      INSERT INTO compte_technique (utilisateur_id, collectivite_id, bureau_id, libelle, adresses)
      VALUES (?, ?, ?, ?, CAST(? AS inet[]))
      ON CONFLICT (utilisateur_id) DO UPDATE SET bureau_id = EXCLUDED.bureau_id, libelle = EXCLUDED.libelle,
        adresses = EXCLUDED.adresses
      """;

  private final MotDePasseInitial initial;

  EcritureOrganisation(
      Ordres ordres, Anomalies anomalies, int collectivite, MotDePasseInitial initial) {
    super(ordres, anomalies, collectivite);
    this.initial = initial;
  }

  void ecrire(Configuration c) throws SQLException {
    chacun(c.utilisateurs(), Utilisateur::ligne, this::utilisateur);
    chacun(c.bureaux(), Bureau::ligne, this::bureau);
    chacun(c.bureaux(), Bureau::ligne, this::liens);
    exigerSansBoucle(c.bureaux());
    chacun(c.comptes(), CompteTechnique::ligne, this::compte);
  }

  private void utilisateur(Utilisateur u) throws SQLException {
    Optional<Integer> connu = existant("utilisateur", "identifiant", u.identifiant());
    List<Object> valeurs = new ArrayList<>();
    valeurs.addAll(
        List.of(u.prenom(), u.nom(), u.courriel(), u.role(), u.notification(), u.actif()));
    if (connu.isPresent()) {
      valeurs.add(u.empreinte());
      valeurs.add(connu.get());
      ordres.executer(UTILISATEUR_CONNU, valeurs.toArray());
    } else {
      valeurs.add(u.empreinte() == null ? initial.empreinte().orElse(null) : u.empreinte());
      valeurs.addAll(List.of(neuf(ordres), collectivite, u.identifiant()));
      ordres.executer(UTILISATEUR_NEUF, valeurs.toArray());
    }
  }

  private void bureau(Bureau b) throws SQLException {
    Optional<Integer> connu = existant("bureau", "nom_court", b.nom());
    List<Object> valeurs = new ArrayList<>(List.of(b.titre(), b.description()));
    for (String h : List.of("creer", "traiter", "archiver", "enchainer", "secretariat")) {
      valeurs.add(b.habilitations().contains(h));
    }
    if (connu.isPresent()) {
      valeurs.add(connu.get());
      ordres.executer(BUREAU_CONNU, valeurs.toArray());
    } else {
      valeurs.addAll(List.of(neuf(ordres), collectivite, b.nom()));
      ordres.executer(BUREAU_NEUF, valeurs.toArray());
    }
  }

  private void liens(Bureau b) throws SQLException {
    int id = existant("bureau", "nom_court", b.nom()).orElseThrow();
    ordres.executer(
        "UPDATE bureau SET superieur_id = CAST(? AS integer) WHERE id = ?",
        bureau(b.superieur()).orElse(null),
        id);
    List<Object[]> personnes = new ArrayList<>();
    for (Map.Entry<String, List<Nom>> role : b.roles().entrySet()) {
      for (Nom nom : role.getValue()) {
        utilisateur(nom)
            .ifPresent(u -> personnes.add(new Object[] {collectivite, id, u, role.getKey()}));
      }
    }
    remplacer(
        "DELETE FROM bureau_utilisateur WHERE bureau_id = ?",
        new Object[] {id},
        "INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES (?, ?, ?, ?)",
        personnes);
    List<Object[]> associes = new ArrayList<>();
    for (Nom nom : b.associes()) {
      bureau(nom).ifPresent(a -> associes.add(new Object[] {collectivite, id, a}));
    }
    remplacer(
        "DELETE FROM bureau_associe WHERE bureau_id = ?",
        new Object[] {id},
        "INSERT INTO bureau_associe (collectivite_id, bureau_id, associe_id) VALUES (?, ?, ?)",
        associes);
  }

  /** Une hiérarchie qui tourne en rond ne donne de chef à personne. */
  private void exigerSansBoucle(List<Bureau> bureaux) throws SQLException {
    Map<Integer, Integer> superieurs = new HashMap<>();
    try (var ordre =
            ordres.preparer(
                "SELECT id, superieur_id FROM bureau WHERE collectivite_id = ? AND superieur_id IS NOT NULL",
                collectivite);
        var lignes = ordre.executeQuery()) {
      while (lignes.next()) {
        superieurs.put(lignes.getInt(1), lignes.getInt(2));
      }
    }
    for (Bureau b : bureaux) {
      Optional<Integer> id = existant("bureau", "nom_court", b.nom());
      if (id.isPresent() && revient(id.get(), superieurs)) {
        anomalies.relever(b.ligne(), "le bureau « " + b.nom() + " » est son propre supérieur");
      }
    }
  }

  private static boolean revient(int depart, Map<Integer, Integer> superieurs) {
    Set<Integer> vus = new HashSet<>();
    Integer courant = superieurs.get(depart);
    while (courant != null && vus.add(courant)) {
      if (courant == depart) {
        return true;
      }
      courant = superieurs.get(courant);
    }
    return false;
  }

  private void compte(CompteTechnique c) throws SQLException {
    Optional<Integer> utilisateur = utilisateur(c.utilisateur());
    Optional<Integer> bureau = bureau(c.bureau());
    if (utilisateur.isPresent() && bureau.isPresent()) {
      ordres.executer(
          COMPTE,
          utilisateur.get(),
          collectivite,
          bureau.get(),
          c.libelle(),
          "{" + String.join(",", c.adresses()) + "}");
    }
  }
}
