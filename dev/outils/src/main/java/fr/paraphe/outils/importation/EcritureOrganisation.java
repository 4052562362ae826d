package fr.paraphe.outils.importation;

import fr.paraphe.outils.importation.Configuration.Bureau;
import fr.paraphe.outils.importation.Configuration.CompteTechnique;
import fr.paraphe.outils.importation.Configuration.Groupe;
import fr.paraphe.outils.importation.Configuration.Nom;
import fr.paraphe.outils.importation.Configuration.Utilisateur;
import fr.paraphe.outils.importation.Noms.Nomme;
import fr.paraphe.outils.sql.Ordres;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Écrit utilisateurs, groupes, bureaux et comptes techniques. */
final class EcritureOrganisation extends Ecriture {

  private static final String UTILISATEUR_NEUF =
      """
      INSERT INTO utilisateur (prenom, nom, courriel, role, notification, actif, origine, origine_ref, certificat_empreinte, certificat,
        informations, identifiant, collectivite_id, id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?)
      """;

  /** Le mot de passe d’un compte connu n’est jamais touché. */
  private static final String UTILISATEUR_CONNU =
      """
      UPDATE utilisateur SET prenom = ?, nom = ?, courriel = ?, role = ?, notification = ?, actif = ?, origine = ?, origine_ref = ?,
        certificat_empreinte = ?, certificat = ?, informations = CAST(? AS jsonb), identifiant = ?, version = version + 1
      WHERE id = ?
      """;

  private static final String GROUPE_NEUF =
      "INSERT INTO groupe (nom, collectivite_id, id) VALUES (?, ?, ?)";
  private static final String GROUPE_CONNU =
      "UPDATE groupe SET nom = ?, version = version + 1 WHERE id = ?";

  private static final String BUREAU_NEUF =
      """
      INSERT INTO bureau (nom_court, titre, description, peut_creer, peut_traiter, peut_archiver, peut_enchainer, peut_secretariat,
        affiche_a_venir, actif, collectivite_id, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String BUREAU_CONNU =
      """
      UPDATE bureau SET nom_court = ?, titre = ?, description = ?, peut_creer = ?, peut_traiter = ?, peut_archiver = ?, peut_enchainer = ?,
        peut_secretariat = ?, affiche_a_venir = ?, actif = ?, version = version + 1 WHERE id = ?
      """;

  private static final String COMPTE =
      """
      INSERT INTO compte_technique (utilisateur_id, collectivite_id, bureau_id, libelle, adresses)
      VALUES (?, ?, ?, ?, CAST(? AS inet[]))
      ON CONFLICT (utilisateur_id) DO UPDATE SET bureau_id = EXCLUDED.bureau_id, libelle = EXCLUDED.libelle,
        adresses = EXCLUDED.adresses
      """;

  private static final String BOUCLE =
      "SELECT id, superieur_id FROM bureau WHERE collectivite_id = ? AND superieur_id IS NOT NULL";
  private static final String BOUCLE_GROUPES =
      "SELECT id, parent_id FROM groupe WHERE collectivite_id = ? AND parent_id IS NOT NULL";

  private final MotDePasseInitial initial;
  private String empreinteInitiale;

  EcritureOrganisation(
      Ordres ordres, Anomalies anomalies, int collectivite, MotDePasseInitial initial) {
    super(ordres, anomalies, collectivite);
    this.initial = initial;
  }

  void ecrire(Configuration c) throws SQLException {
    chacun(c.utilisateurs(), Utilisateur::ligne, this::utilisateur);
    chacun(c.groupes(), Groupe::ligne, this::groupe);
    chacun(c.groupes(), Groupe::ligne, this::membres);
    chacun(c.bureaux(), Bureau::ligne, this::bureau);
    chacun(c.bureaux(), Bureau::ligne, this::liens);
    exigerSansBoucle(c);
    chacun(c.comptes(), CompteTechnique::ligne, this::compte);
  }

  private void utilisateur(Utilisateur u) throws SQLException {
    boolean neuf = noms.chercher(Nomme.UTILISATEUR, u.identifiant()).isEmpty();
    var i = u.identite();
    int id =
        poser(
            Nomme.UTILISATEUR,
            u.identifiant(),
            UTILISATEUR_CONNU,
            UTILISATEUR_NEUF,
            u.prenom(),
            u.nom(),
            u.courriel(),
            u.role(),
            u.notification(),
            u.actif(),
            i.origine(),
            i.reference(),
            i.empreinte() == null ? null : HexFormat.of().parseHex(i.empreinte()),
            certificat(u),
            i.informations(),
            u.identifiant());
    if (neuf) {
      ordres.ajouter("UPDATE utilisateur SET mot_de_passe = ? WHERE id = ?", empreinte(u), id);
    }
  }

  /** Celle du fichier, sinon celle du mot de passe initial, la même pour tous les comptes neufs. */
  private String empreinte(Utilisateur u) {
    if (u.empreinte() != null) {
      return u.empreinte();
    }
    if (empreinteInitiale == null) {
      empreinteInitiale = initial.empreinte().orElse("");
    }
    return empreinteInitiale.isEmpty() ? null : empreinteInitiale;
  }

  private byte[] certificat(Utilisateur u) {
    try {
      String certificat = u.identite().certificat();
      return certificat == null ? null : Base64.getDecoder().decode(certificat);
    } catch (IllegalArgumentException e) {
      anomalies.relever(u.ligne(), "« certificat » attend du DER en base 64");
      return null;
    }
  }

  private void groupe(Groupe g) throws SQLException {
    poser(Nomme.GROUPE, g.nom(), GROUPE_CONNU, GROUPE_NEUF, g.nom());
  }

  private void membres(Groupe g) throws SQLException {
    int id = noms.chercher(Nomme.GROUPE, g.nom()).orElseThrow();
    ordres.ajouter(
        "UPDATE groupe SET parent_id = CAST(? AS integer) WHERE id = ?",
        trouver(Nomme.GROUPE, g.parent()).orElse(null),
        id);
    ordres.ajouter("DELETE FROM groupe_utilisateur WHERE groupe_id = ?", id);
    for (Integer membre : trouver(Nomme.UTILISATEUR, g.membres())) {
      ordres.ajouter(
          "INSERT INTO groupe_utilisateur (collectivite_id, groupe_id, utilisateur_id) VALUES (?, ?, ?)",
          collectivite,
          id,
          membre);
    }
  }

  private void bureau(Bureau b) throws SQLException {
    Set<String> peut = Set.copyOf(b.habilitations());
    poser(
        Nomme.BUREAU,
        b.nom(),
        BUREAU_CONNU,
        BUREAU_NEUF,
        b.nom(),
        b.titre(),
        b.description(),
        peut.contains("creer"),
        peut.contains("traiter"),
        peut.contains("archiver"),
        peut.contains("enchainer"),
        peut.contains("secretariat"),
        b.afficheAVenir(),
        b.actif());
  }

  private void liens(Bureau b) throws SQLException {
    int id = noms.chercher(Nomme.BUREAU, b.nom()).orElseThrow();
    ordres.ajouter(
        "UPDATE bureau SET superieur_id = CAST(? AS integer) WHERE id = ?",
        trouver(Nomme.BUREAU, b.superieur()).orElse(null),
        id);
    ordres.ajouter("DELETE FROM bureau_utilisateur WHERE bureau_id = ?", id);
    for (Map.Entry<String, List<Nom>> role : b.roles().entrySet()) {
      for (Integer personne : trouver(Nomme.UTILISATEUR, role.getValue())) {
        ordres.ajouter(
            "INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES (?, ?, ?, ?)",
            collectivite,
            id,
            personne,
            role.getKey());
      }
    }
    ordres.ajouter("DELETE FROM bureau_associe WHERE bureau_id = ?", id);
    for (Integer associe : trouver(Nomme.BUREAU, b.associes())) {
      ordres.ajouter(
          "INSERT INTO bureau_associe (collectivite_id, bureau_id, associe_id) VALUES (?, ?, ?)",
          collectivite,
          id,
          associe);
    }
  }

  /** Une hiérarchie qui tourne en rond ne donne de chef à personne. */
  private void exigerSansBoucle(Configuration c) throws SQLException {
    Map<Integer, Integer> superieurs = liens(BOUCLE);
    for (Bureau b : c.bureaux()) {
      Optional<Integer> id = noms.chercher(Nomme.BUREAU, b.nom());
      if (id.isPresent() && revient(id.get(), superieurs)) {
        anomalies.relever(b.ligne(), "le bureau « " + b.nom() + " » est son propre supérieur");
      }
    }
    Map<Integer, Integer> parents = liens(BOUCLE_GROUPES);
    for (Groupe g : c.groupes()) {
      Optional<Integer> id = noms.chercher(Nomme.GROUPE, g.nom());
      if (id.isPresent() && revient(id.get(), parents)) {
        anomalies.relever(g.ligne(), "le groupe « " + g.nom() + " » est dans lui-même");
      }
    }
  }

  private Map<Integer, Integer> liens(String sql) throws SQLException {
    Map<Integer, Integer> liens = new HashMap<>();
    try (var ordre = ordres.preparer(sql, collectivite);
        var lignes = ordre.executeQuery()) {
      while (lignes.next()) {
        liens.put(lignes.getInt(1), lignes.getInt(2));
      }
    }
    return liens;
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
    Optional<Integer> utilisateur = trouver(Nomme.UTILISATEUR, c.utilisateur());
    Optional<Integer> bureau = trouver(Nomme.BUREAU, c.bureau());
    if (utilisateur.isPresent() && bureau.isPresent()) {
      ordres.ajouter(
          COMPTE,
          utilisateur.get(),
          collectivite,
          bureau.get(),
          c.libelle(),
          "{" + String.join(",", c.adresses()) + "}");
    }
  }
}
