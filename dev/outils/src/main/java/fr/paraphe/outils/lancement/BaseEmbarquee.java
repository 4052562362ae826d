package fr.paraphe.outils.lancement;

import fr.paraphe.outils.atelier.Base;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Un vrai PostgreSQL, dans son propre processus, qui garde ses données et les écrit vraiment sur le
 * disque (fsync). Écoute la boucle locale, mot de passe exigé.
 */
final class BaseEmbarquee implements AutoCloseable {

  static final String PROPRIETAIRE = "paraphe_proprietaire";
  static final String APPLICATION = "paraphe_app";
  private static final String SUPERUTILISATEUR = "postgres";
  private static final String BASE = "paraphe";
  private static final int ARRET_SECONDES = 30;

  private final Reglages reglages;
  private final Secrets secrets;
  private final Path donnees;
  private EmbeddedPostgres serveur;

  BaseEmbarquee(Reglages reglages) throws IOException {
    this.reglages = reglages;
    this.secrets = new Secrets(reglages.cles());
    this.donnees = reglages.donnees().resolve("pg");
  }

  void demarrer() throws IOException {
    arreterReste();
    Ports.exigerLibre(reglages.portBase(), "base de données");
    boolean neuve = !Files.exists(donnees.resolve("PG_VERSION"));
    EmbeddedPostgres.Builder fabrique =
        EmbeddedPostgres.builder()
            .setDataDirectory(donnees)
            .setOverrideWorkingDirectory(reserve().toFile())
            .setCleanDataDirectory(false)
            .setPort(reglages.portBase())
            .setLocaleConfig("locale", "C.UTF-8")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("password_encryption", "scram-sha-256")
            .setServerConfig("max_connections", "120")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("work_mem", "16MB")
            .setServerConfig("random_page_cost", "1.1")
            .setServerConfig("jit", "off")
            .setServerConfig("wal_compression", "on")
            .setServerConfig("autovacuum_naptime", "15s")
            .setServerConfig("idle_in_transaction_session_timeout", "60s")
            .setServerConfig("timezone", "UTC")
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            // le texte de ces ordres porterait des mots de passe
            .setServerConfig("pg_stat_statements.track_utility", "off")
            .setPGStartupWait(Duration.ofSeconds(60));
    if (!neuve) {
      fabrique.setConnectConfig("password", secrets.exiger(SUPERUTILISATEUR));
    }
    serveur = lancer(fabrique);
    if (neuve) {
      fermerAcces();
    }
    creer();
  }

  /** PostgreSQL refuse root : il faut pouvoir lui donner un autre compte par un espace de noms. */
  private static EmbeddedPostgres lancer(EmbeddedPostgres.Builder fabrique) throws IOException {
    try {
      return fabrique.start();
    } catch (IllegalStateException e) {
      throw new Empechement(
          "La base embarquée n’a pas démarré. Sous root, PostgreSQL demande les espaces de noms d’utilisateur,"
              + " que certains conteneurs interdisent : lancez sous un compte ordinaire, ou donnez une base par PARAPHE_DB_URL.",
          e);
    }
  }

  /** Redémarre si elle est arrêtée. */
  void reprendre() throws IOException {
    if (serveur == null) {
      demarrer();
    }
  }

  /** Les binaires dépliés servent à toutes les copies de cette machine. */
  private static Path reserve() throws IOException {
    String choisie = System.getenv("PARAPHE_RESERVE");
    Path reserve =
        choisie == null
            ? Path.of(System.getProperty("user.home"), ".cache", "paraphe")
            : Path.of(choisie);
    return Files.createDirectories(reserve.resolve("postgresql"));
  }

  /** initdb laisse entrer n’importe qui : on pose un mot de passe, puis on l’exige. */
  private void fermerAcces() throws IOException {
    String motDePasse = secrets.exiger(SUPERUTILISATEUR);
    try (Connection c = serveur.getPostgresDatabase().getConnection()) {
      executer(c, "ALTER USER " + SUPERUTILISATEUR + " PASSWORD '" + motDePasse + "'");
      Files.write(
          donnees.resolve("pg_hba.conf"),
          List.of(
              "local all all scram-sha-256",
              "host all all 127.0.0.1/32 scram-sha-256",
              "host all all ::1/128 scram-sha-256"),
          StandardCharsets.US_ASCII);
      executer(c, "SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new Empechement("La base embarquée n’a pas pu être protégée.", e);
    }
  }

  private void creer() throws IOException {
    try (Connection c =
        DriverManager.getConnection(
            url("postgres"), SUPERUTILISATEUR, secrets.exiger(SUPERUTILISATEUR))) {
      if (absent(c, "SELECT 1 FROM pg_roles WHERE rolname = '" + APPLICATION + "'")) {
        executer(
            c,
            "CREATE ROLE "
                + PROPRIETAIRE
                + " LOGIN PASSWORD '"
                + secrets.exiger(PROPRIETAIRE)
                + "'");
        executer(
            c,
            "CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + secrets.exiger(APPLICATION) + "'");
        executer(c, "ALTER ROLE " + APPLICATION + " SET lock_timeout = '10s'");
      }
      if (absent(c, "SELECT 1 FROM pg_extension WHERE extname = 'pg_stat_statements'")) {
        // dans la base d’administration : la sauvegarde de la nôtre se restaure sans
        // superutilisateur
        executer(c, "CREATE EXTENSION pg_stat_statements");
        executer(c, "GRANT pg_read_all_stats TO " + PROPRIETAIRE);
      }
      if (absent(c, "SELECT 1 FROM pg_roles WHERE rolname = '" + Privileges.PURGE + "'")) {
        executer(c, "CREATE ROLE " + Privileges.PURGE + " NOLOGIN");
        executer(c, "GRANT " + Privileges.PURGE + " TO " + PROPRIETAIRE);
      }
      if (absent(c, "SELECT 1 FROM pg_database WHERE datname = '" + BASE + "'")) {
        executer(
            c,
            "CREATE DATABASE "
                + BASE
                + " OWNER "
                + PROPRIETAIRE
                + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'");
      }
    } catch (SQLException e) {
      throw new Empechement("La base embarquée n’a pas pu être préparée : " + e.getMessage(), e);
    }
  }

  private static boolean absent(Connection c, String sql) throws SQLException {
    try (Statement s = c.createStatement();
        var r = s.executeQuery(sql)) {
      return !r.next();
    }
  }

  private static void executer(Connection c, String sql) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.execute(sql);
    }
  }

  Base proprietaire() throws IOException {
    return new Base(url(BASE), PROPRIETAIRE, secrets.exiger(PROPRIETAIRE));
  }

  Base application() throws IOException {
    return new Base(url(BASE), APPLICATION, secrets.exiger(APPLICATION));
  }

  private String url(String base) {
    return "jdbc:postgresql://127.0.0.1:" + reglages.portBase() + "/" + base;
  }

  /**
   * Un lanceur tué net laisse sa base tourner : on l’arrête proprement avant d’en démarrer une
   * autre.
   */
  private void arreterReste() throws IOException {
    Path temoin = donnees.resolve("postmaster.pid");
    if (!Files.exists(temoin)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(temoin).get(0).strip());
    ProcessHandle.of(pid)
        .filter(p -> p.info().command().orElse("").contains("postgres"))
        .ifPresent(BaseEmbarquee::arreter);
  }

  private static void arreter(ProcessHandle postgres) {
    postgres.destroy();
    try {
      postgres.onExit().get(ARRET_SECONDES, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new Empechement(
          "Une base laissée par un lancement précédent ne s’arrête pas (processus "
              + postgres.pid()
              + ").",
          e);
    }
  }

  @Override
  public void close() throws IOException {
    if (serveur != null) {
      serveur.close();
      serveur = null;
    }
  }
}
