package fr.paraphe.outils.lancement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.paraphe.outils.atelier.Base;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce que chaque rôle peut et ne peut pas, dans la base que le lanceur prépare. */
class PrivilegesTest {

  private static final String INTERDIT = "42501";

  /** Un dossier archivé (1) et un en circulation (2), chacun avec une étape et une ligne. */
  private static final String DEUX_DOSSIERS =
      """
      BEGIN;
      INSERT INTO collectivite (id, domaine, titre) VALUES (1, 'demo', 'Ville');
      INSERT INTO utilisateur (id, collectivite_id, identifiant, nom, courriel) VALUES (1, 1, 'agent', 'Agent', 'a@demo.invalid');
      INSERT INTO bureau (id, collectivite_id, nom_court, titre) VALUES (1, 1, 'Courrier', 'Courrier');
      INSERT INTO circuit (id, collectivite_id, nom) VALUES (1, 1, 'vide');
      INSERT INTO type_dossier (id, collectivite_id, nom) VALUES (1, 1, 'Visa');
      INSERT INTO sous_type (id, collectivite_id, type_id, nom, circuit_id) VALUES (1, 1, 1, 'simple', 1);
      INSERT INTO blob (id, collectivite_id, sha256, taille, type_mime, emplacement, cle_enveloppee) VALUES
        (1, 1, sha256('a'), 1, 'text/plain', 'a', ''), (2, 1, sha256('b'), 1, 'text/plain', 'b', '');
      INSERT INTO dossier (id, collectivite_id, type_id, sous_type_id, emetteur_id, bureau_emetteur_id, identifiant, titre, etat, statut,
          clos_le, journal_rang, journal_tete) VALUES
        (1, 1, 1, 1, 1, 1, 'archive', 'Titre', 'ARCHIVE', 'Archive', now(), 1, sha256('1')),
        (2, 1, 1, 1, 1, 1, 'vivant', 'Titre', 'BROUILLON', 'NonLu', NULL, 1, sha256('2'));
      INSERT INTO etape (id, dossier_id, collectivite_id, rang, bureau_id, action, arrivee_le) VALUES
        (1, 1, 1, 0, 1, 'EMISSION', now()), (2, 2, 1, 0, 1, 'EMISSION', now());
      INSERT INTO tache (etape_id, dossier_id, bureau_id, rang, action, titre_tri, collectivite_id, type_id, sous_type_id, bureau_emetteur_id)
        VALUES (2, 2, 1, 0, 'EMISSION', '', 1, 1, 1, 1);
      INSERT INTO document (id, dossier_id, collectivite_id, ordre, nature, nom, blob_id, blob_origine_id, ref) VALUES
        (1, 1, 1, 0, 'PRINCIPAL', 'a.txt', 1, 1, gen_random_uuid()), (2, 2, 1, 0, 'PRINCIPAL', 'b.txt', 2, 2, gen_random_uuid());
      INSERT INTO evenement (dossier_id, rang, instant, collectivite_id, nature, statut, acteur_nom, empreinte) VALUES
        (1, 1, now(), 1, 'CREATION', 'NonLu', 'Agent', sha256('1')), (2, 1, now(), 1, 'CREATION', 'NonLu', 'Agent', sha256('2'));
      COMMIT
      """;

  @TempDir static Path donnees;
  private static BaseEmbarquee embarquee;

  @BeforeAll
  static void ouvrir() throws Exception {
    int port;
    try (ServerSocket libre = new ServerSocket(0)) {
      port = libre.getLocalPort();
    }
    Reglages zero = new Reglages(null, null, donnees, 0, true);
    embarquee = new BaseEmbarquee(new Reglages(null, null, donnees, port - zero.portBase(), true));
    embarquee.demarrer();
    migrer();
    executer(embarquee.proprietaire(), DEUX_DOSSIERS);
  }

  private static void migrer() throws IOException {
    Migration.jouer(embarquee.proprietaire(), BaseEmbarquee.APPLICATION);
  }

  @AfterAll
  static void fermer() throws IOException {
    embarquee.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM evenement",
        "UPDATE evenement SET annotation = 'autre'",
        "TRUNCATE evenement",
        "DELETE FROM dossier WHERE id = 1",
        "DELETE FROM etape WHERE id = 1",
        "DELETE FROM purge_preuve",
        "DELETE FROM scellement",
        "SELECT * FROM purger(ARRAY[1::bigint], 'essai')",
        "SET ROLE paraphe_purge",
        "SET session_replication_role = replica",
        "ALTER TABLE evenement DISABLE TRIGGER ALL",
        "CREATE OR REPLACE FUNCTION journal_fige() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "UPDATE flyway_schema_history SET success = false"
      })
  void l_application_ne_change_ni_n_efface_rien_de_l_histoire(String ordre) throws IOException {
    refuse(INTERDIT, embarquee.application(), ordre);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM evenement WHERE dossier_id = 1",
        "UPDATE evenement SET annotation = 'autre'",
        "TRUNCATE evenement CASCADE"
      })
  void le_proprietaire_non_plus_hors_de_la_purge(String ordre) throws IOException {
    refuse(INTERDIT, embarquee.proprietaire(), ordre);
  }

  @Test
  void la_purge_refuse_un_dossier_en_circulation() throws IOException {
    refuse(
        "P0001", embarquee.proprietaire(), "SELECT * FROM purger(ARRAY[1, 2]::bigint[], 'essai')");
  }

  @Test
  void la_purge_efface_un_dossier_clos_rend_ses_documents_et_laisse_sa_preuve() throws Exception {
    migrer();
    Base base = embarquee.proprietaire();
    try (Connection c = connexion(base);
        Statement s = c.createStatement()) {
      c.setAutoCommit(false);

      assertThat(lire(s, "SELECT blob_id FROM purger(ARRAY[1::bigint], 'délai passé')"))
          .isEqualTo("1");
      assertThat(lire(s, "SELECT count(*) FROM dossier")).isEqualTo("1");
      assertThat(lire(s, "SELECT count(*) FROM evenement")).isEqualTo("1");
      assertThat(lire(s, "SELECT rang || ' ' || motif FROM purge_preuve WHERE dossier_id = 1"))
          .isEqualTo("1 délai passé");
      c.rollback();
    }
    refuse(INTERDIT, base, "DELETE FROM evenement WHERE dossier_id = 1");
  }

  @Test
  void la_purge_ne_garde_pas_le_droit_de_creer() throws Exception {
    try (Connection c = connexion(embarquee.proprietaire());
        Statement s = c.createStatement()) {
      assertThat(
              lire(
                  s,
                  "SELECT has_schema_privilege('paraphe_purge', 'public', 'CREATE')::text || rolcanlogin FROM pg_roles WHERE rolname = 'paraphe_purge'"))
          .isEqualTo("falsefalse");
    }
  }

  /** Un PostgreSQL à l’administrateur, où ce rôle n’a pas été créé. */
  @Test
  void sans_le_role_de_purge_tout_se_pose_et_rien_ne_se_purge() throws Exception {
    try (EmbeddedPostgres autre = EmbeddedPostgres.start()) {
      Base base = new Base(autre.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
      executer(base, "CREATE ROLE appli LOGIN");

      Migration.jouer(base, "appli");
      executer(base, DEUX_DOSSIERS);

      refuse(INTERDIT, base, "SELECT * FROM purger(ARRAY[1::bigint], 'essai')");
    }
  }

  private static void refuse(String code, Base base, String ordre) {
    SQLException refus = catchThrowableOfType(SQLException.class, () -> executer(base, ordre));
    assertThat((Throwable) refus).as(ordre).isNotNull();
    assertThat(refus.getSQLState()).as(ordre + " : " + refus.getMessage()).isEqualTo(code);
  }

  private static Connection connexion(Base base) throws SQLException {
    return DriverManager.getConnection(base.url(), base.compte(), base.motDePasse());
  }

  private static void executer(Base base, String sql) throws SQLException {
    try (Connection c = connexion(base);
        Statement s = c.createStatement()) {
      s.execute(sql);
    }
  }

  private static String lire(Statement s, String sql) throws SQLException {
    try (ResultSet r = s.executeQuery(sql)) {
      return r.next() ? r.getString(1) : null;
    }
  }
}
