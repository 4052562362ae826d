package fr.paraphe.outils.importation;

import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.importation.Configuration.Collectivite;
import fr.paraphe.outils.sql.Ordres;
import fr.paraphe.signature.CachetServeur;
import jakarta.json.Json;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Importe une collectivité en une transaction : ce qui porte un nom connu est mis à jour, le reste
 * est créé, rien n’est supprimé. Une anomalie, et rien n’est écrit.
 */
public final class Importation {

  private static final String NEUVE =
      """
      INSERT INTO collectivite (titre, siren, ville, code_postal, par_defaut, reglages, id, domaine)
      VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?)
      """;

  private static final String CONNUE =
      """
      UPDATE collectivite SET titre = ?, siren = ?, ville = ?, code_postal = ?, par_defaut = ?,
        reglages = reglages || CAST(? AS jsonb), version = version + 1 WHERE id = ?
      """;

  private final Base base;
  private final CachetServeur cachets;

  /**
   * @param cachets garde et crée les clés des cachets de cette installation
   */
  public Importation(Base base, CachetServeur cachets) {
    this.base = base;
    this.cachets = cachets;
  }

  /**
   * Ce qui a été importé.
   *
   * @param domaine de la collectivité
   */
  public record Bilan(String domaine, int utilisateurs, int bureaux, int sousTypes) {}

  public Bilan importer(Path fichier, MotDePasseInitial initial) throws IOException, SQLException {
    try (Reader lecteur = Files.newBufferedReader(fichier, StandardCharsets.UTF_8)) {
      return importer(fichier.getFileName().toString(), lecteur, initial);
    }
  }

  /**
   * @param nom du fichier, pour les messages
   * @throws ImportationRefusee le fichier ne convient pas ; rien n’est écrit
   */
  public Bilan importer(String nom, Reader yaml, MotDePasseInitial initial) throws SQLException {
    Anomalies anomalies = new Anomalies();
    Configuration lue = new LectureConfiguration(nom, anomalies).lire(yaml);
    try (Ordres ordres = Ordres.ouvrir(base)) {
      ordres.connexion().setAutoCommit(false);
      ecrire(ordres, lue, anomalies, initial);
      anomalies.exigerAucune(nom);
      ordres.connexion().commit();
    }
    int sousTypes = lue.types().stream().mapToInt(t -> t.sousTypes().size()).sum();
    return new Bilan(
        lue.collectivite().domaine(), lue.utilisateurs().size(), lue.bureaux().size(), sousTypes);
  }

  private void ecrire(
      Ordres ordres, Configuration c, Anomalies anomalies, MotDePasseInitial initial)
      throws SQLException {
    Optional<Integer> collectivite = collectivite(ordres, c.collectivite(), anomalies);
    if (collectivite.isPresent()) {
      new EcritureOrganisation(ordres, anomalies, collectivite.get(), initial).ecrire(c);
      new EcritureTypologie(ordres, anomalies, collectivite.get(), cachets).ecrire(c);
    }
  }

  private static Optional<Integer> collectivite(Ordres ordres, Collectivite c, Anomalies anomalies)
      throws SQLException {
    Optional<Integer> connue =
        ordres.entier("SELECT id FROM collectivite WHERE domaine = ? FOR UPDATE", c.domaine());
    String reglages = json(c.reglages());
    try {
      if (connue.isPresent()) {
        ordres.executer(
            CONNUE,
            c.titre(),
            c.siren(),
            c.ville(),
            c.codePostal(),
            c.parDefaut(),
            reglages,
            connue.get());
        return connue;
      }
      int id = Ecriture.neuf(ordres);
      ordres.executer(
          NEUVE,
          c.titre(),
          c.siren(),
          c.ville(),
          c.codePostal(),
          c.parDefaut(),
          reglages,
          id,
          c.domaine());
      return Optional.of(id);
    } catch (SQLException e) {
      anomalies.relever(
          c.ligne(),
          "23505".equals(e.getSQLState())
              ? "une autre collectivité est déjà celle par défaut"
              : RefusBase.phrase(e));
      return Optional.empty();
    }
  }

  private static String json(Map<String, String> reglages) {
    var objet = Json.createObjectBuilder();
    reglages.forEach(objet::add);
    return objet.build().toString();
  }
}
