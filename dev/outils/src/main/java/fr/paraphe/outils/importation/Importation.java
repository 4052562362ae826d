package fr.paraphe.outils.importation;

import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.importation.Configuration.Collectivite;
import fr.paraphe.outils.importation.Difference.Genre;
import fr.paraphe.outils.importation.LectureCsv.Tableau;
import fr.paraphe.outils.lancement.Empechement;
import fr.paraphe.outils.sql.Ordres;
import fr.paraphe.signature.CachetServeur;
import fr.paraphe.socle.Horloge;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Importe une collectivité en une transaction : ce qui porte un nom connu est mis à jour, le reste
 * est créé, rien n’est supprimé sans le demander. Une anomalie, et rien n’est écrit.
 */
public final class Importation {

  private static final String NEUVE =
      """
      INSERT INTO collectivite (titre, siren, ville, code_postal, pays, par_defaut, active, reglages, id, domaine)
      VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?)
      """;

  private static final String CONNUE =
      """
      UPDATE collectivite SET titre = ?, siren = ?, ville = ?, code_postal = ?, pays = ?, par_defaut = ?, active = ?,
        reglages = reglages || CAST(? AS jsonb), version = version + 1 WHERE id = ?
      """;

  private static final String ATTENTE = "60s";
  private static final long VERROU = 0x7061726170686531L;

  private final Base base;
  private final CachetServeur cachets;

  /**
   * @param cachets garde et crée les clés des cachets de cette installation
   */
  public Importation(Base base, CachetServeur cachets) {
    this.base = base;
    this.cachets = cachets;
  }

  public RapportImportation importer(Path fichier, MotDePasseInitial initial)
      throws IOException, SQLException {
    return importer(fichier, OptionsImportation.ordinaires(initial));
  }

  public RapportImportation importer(Path fichier, OptionsImportation options)
      throws IOException, SQLException {
    try (Reader lecteur = Files.newBufferedReader(fichier, StandardCharsets.UTF_8)) {
      return importer(fichier.getFileName().toString(), lecteur, options);
    }
  }

  /**
   * @param nom du fichier, pour les messages
   * @throws ImportationRefusee le fichier ne convient pas ; rien n’est écrit
   */
  public RapportImportation importer(String nom, Reader yaml, OptionsImportation options)
      throws SQLException {
    Anomalies anomalies = new Anomalies();
    Configuration lue = new LectureConfiguration(nom, anomalies).lire(yaml);
    try (Ordres ordres = Ordres.ouvrir(base)) {
      return appliquer(nom, ordres, lue, anomalies, options);
    }
  }

  /**
   * @param csv identifiant, prenom, nom, courriel, role, notification, actif
   * @throws ImportationRefusee le tableau ne convient pas ; rien n’est écrit
   */
  public RapportImportation importerUtilisateurs(
      String domaine, String nom, byte[] csv, OptionsImportation options)
      throws IOException, SQLException {
    return tableau(Tableau.UTILISATEURS, domaine, nom, csv, options);
  }

  /**
   * @param csv nom, titre, description, superieur, proprietaires… ; plusieurs noms séparés par une
   *     barre droite
   * @throws ImportationRefusee le tableau ne convient pas ; rien n’est écrit
   */
  public RapportImportation importerBureaux(
      String domaine, String nom, byte[] csv, OptionsImportation options)
      throws IOException, SQLException {
    return tableau(Tableau.BUREAUX, domaine, nom, csv, options);
  }

  private RapportImportation tableau(
      Tableau tableau, String domaine, String nom, byte[] csv, OptionsImportation options)
      throws IOException, SQLException {
    Anomalies anomalies = new Anomalies();
    try (Ordres ordres = Ordres.ouvrir(base)) {
      ordres.connexion().setAutoCommit(false);
      attendreSonTour(ordres);
      Image image =
          new LectureImage(ordres)
              .lire(domaine)
              .orElseThrow(
                  () ->
                      new Empechement(
                          "Aucune collectivité de code « " + domaine + " » dans cette copie."));
      Configuration lue =
          new LectureConfiguration(nom, anomalies)
              .lire(new LectureCsv(tableau, anomalies).lire(nom, csv, image));
      return appliquer(nom, ordres, lue, anomalies, options).sansAbsents();
    }
  }

  /** Compare la collectivité avant et après l’écriture, dans la même transaction. */
  RapportImportation appliquer(
      String nom, Ordres ordres, Configuration lue, Anomalies anomalies, OptionsImportation options)
      throws SQLException {
    ordres.connexion().setAutoCommit(false);
    attendreSonTour(ordres);
    LectureImage lecture = new LectureImage(ordres);
    String domaine = lue.collectivite().domaine();
    Image avant = lecture.lire(domaine).orElse(Image.VIDE);
    Optional<Integer> collectivite = ecrire(ordres, lue, anomalies, options.initial());
    anomalies.exigerAucune(nom);
    Set<String> nommes = ClesDuFichier.de(lue);
    if (options.elaguer()) {
      Image ecrite = lecture.lire(domaine).orElseThrow();
      new Elagage(ordres, collectivite.orElseThrow()).faire(absents(ecrite, nommes));
    }
    Image apres = lecture.lire(domaine).orElseThrow();
    List<Difference> changements = Differences.entre(avant, apres);
    if (options.aBlanc() || changements.isEmpty()) {
      ordres.connexion().rollback();
    } else {
      new JournalImportation(ordres, new Horloge()).noter(collectivite.orElseThrow(), changements);
      ordres.connexion().commit();
    }
    List<Difference> absents =
        absents(apres, nommes).stream().map(e -> Difference.de(Genre.ABSENT, e)).toList();
    int sousTypes = lue.types().stream().mapToInt(t -> t.sousTypes().size()).sum();
    return new RapportImportation(
        domaine,
        changements,
        absents,
        lue.utilisateurs().size(),
        lue.bureaux().size(),
        sousTypes,
        ordres.envois());
  }

  private static List<Image.Element> absents(Image image, Set<String> nommes) {
    return image.elements().stream().filter(e -> !nommes.contains(e.cle())).toList();
  }

  /** Un import à la fois dans toute l’instance : le second attend, puis renonce. */
  private static void attendreSonTour(Ordres ordres) throws SQLException {
    try {
      ordres.executer("SET LOCAL lock_timeout = '" + ATTENTE + "'");
      ordres.valeur("SELECT 1 FROM pg_advisory_xact_lock(?)", VERROU);
    } catch (SQLException e) {
      if ("55P03".equals(e.getSQLState())) {
        throw new Empechement(
            "Un autre import est en cours et dure\u00a0: recommencez quand il aura fini.");
      }
      throw e;
    }
  }

  private Optional<Integer> ecrire(
      Ordres ordres, Configuration c, Anomalies anomalies, MotDePasseInitial initial)
      throws SQLException {
    Optional<Integer> collectivite = collectivite(ordres, c.collectivite(), anomalies);
    if (collectivite.isPresent()) {
      int id = collectivite.get();
      new EcritureOrganisation(ordres, anomalies, id, initial).ecrire(c);
      new EcritureCircuits(ordres, anomalies, id).ecrire(c);
      new EcritureTypologie(ordres, anomalies, id, cachets).ecrire(c);
      new EcritureDelegations(ordres, anomalies, id).ecrire(c);
    }
    return collectivite;
  }

  private static Optional<Integer> collectivite(Ordres ordres, Collectivite c, Anomalies anomalies)
      throws SQLException {
    Optional<Integer> connue =
        ordres.entier("SELECT id FROM collectivite WHERE domaine = ? FOR UPDATE", c.domaine());
    Object[] valeurs = {
      c.titre(),
      c.siren(),
      c.ville(),
      c.codePostal(),
      c.pays(),
      c.parDefaut(),
      c.active(),
      c.reglages()
    };
    try {
      List<Object> parametres = new ArrayList<>(Arrays.asList(valeurs));
      int id = connue.isPresent() ? connue.get() : Ecriture.neuf(ordres);
      parametres.add(id);
      if (connue.isEmpty()) {
        parametres.add(c.domaine());
      }
      ordres.executer(connue.isPresent() ? CONNUE : NEUVE, parametres.toArray());
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
}
