package fr.paraphe.royaume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.evidence.PasswordGuessEvidence;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/** Le royaume face au vrai schéma, dans un vrai PostgreSQL. */
class RoyaumeParapheTest {
  private static final String SECRET = "un bon mot de passe é";
  private static final int ECHECS_MAX = 3;

  private static EmbeddedPostgres base;
  private static DataSource source;

  private Comptes comptes;
  private RoyaumeParaphe royaume;

  @BeforeAll
  static void ouvrir() throws IOException, SQLException {
    base = EmbeddedPostgres.builder().start();
    source = base.getPostgresDatabase();
    ordre(
        Files.readString(
            Path.of("../../ejb/src/main/resources/db/migration/V0001__schema_creer.sql")));
    ordre(
        "INSERT INTO collectivite (id, domaine, titre, par_defaut, active) VALUES"
            + " (1, 'demo', 'Ville de Démo', true, true), (2, 'agglo', 'Agglomération', false, true),"
            + " (3, 'fermee', 'Fermée', false, false)");
  }

  @AfterAll
  static void fermer() throws IOException {
    base.close();
  }

  @BeforeEach
  void peupler() throws SQLException {
    ordre("DELETE FROM tentative_connexion; DELETE FROM utilisateur");
    compte(1, 1, "Agent", empreinte(SECRET), true);
    compte(2, 2, "agent", empreinte("autre"), true);
    compte(3, 1, "parti", empreinte(SECRET), false);
    compte(4, 3, "agent", empreinte(SECRET), true);
    compte(5, 1, "annuaire", null, true);
    compte(6, 1, "abime", "pas une empreinte", true);
    comptes = new Comptes(() -> source, ECHECS_MAX, 15);
    royaume = new RoyaumeParaphe(comptes, memoire());
  }

  @Test
  void le_bon_mot_de_passe_ouvre_et_donne_le_role() throws Exception {
    RealmIdentity agent = identite("agent@demo");

    assertThat(agent.exists()).isTrue();
    assertThat(essayer("agent@demo", SECRET)).isTrue();
    assertThat(agent.getRealmIdentityPrincipal().getName()).isEqualTo("agent@demo");
    assertThat(agent.getAuthorizationIdentity().getAttributes().get("Roles"))
        .containsExactly("UTILISATEUR");
  }

  @Test
  void une_empreinte_2b_vaut_une_empreinte_2a() throws Exception {
    compte(7, 1, "moderne", empreinte(SECRET).replaceFirst("^\\$2a\\$", "\\$2b\\$"), true);

    assertThat(essayer("moderne@demo", SECRET)).isTrue();
    assertThat(essayer("moderne@demo", "faux")).isFalse();
  }

  @Test
  void le_mot_de_passe_d_un_homonyme_d_une_autre_collectivite_n_ouvre_pas() throws Exception {
    assertThat(essayer("agent@agglo", SECRET)).isFalse();
    assertThat(essayer("agent@agglo", "autre")).isTrue();
  }

  @Test
  void inconnu_parti_ferme_ou_sans_mot_de_passe_tous_sont_refuses() throws Exception {
    assertThat(essayer("personne@demo", SECRET)).isFalse();
    assertThat(essayer("parti@demo", SECRET)).isFalse();
    assertThat(essayer("agent@fermee", SECRET)).isFalse();
    assertThat(essayer("annuaire@demo", SECRET)).isFalse();
    assertThat(essayer("annuaire@demo", "")).isFalse();
    assertThat(essayer("agent@demo", "")).isFalse();
    assertThat(identite("personne@demo").exists()).isFalse();
  }

  @Test
  void un_nom_malforme_n_existe_pas() throws Exception {
    assertThat(identite("@demo").exists()).isFalse();
    assertThat(identite("agent@").exists()).isFalse();
    assertThat(identite("agent\0@demo").exists()).isFalse();
    assertThat(identite("a".repeat(400) + "@demo").exists()).isFalse();
    assertThat(identite("x' OR '1'='1@demo").exists()).isFalse();
  }

  @Test
  void trop_d_echecs_bloquent_meme_le_bon_mot_de_passe() throws Exception {
    echouer(ECHECS_MAX);

    assertThat(essayer("agent@demo", SECRET)).isFalse();
    assertThat(essayer("agent@agglo", "autre")).as("les autres comptes restent ouverts").isTrue();
  }

  @Test
  void le_blocage_survit_a_un_redemarrage_et_finit_avec_le_temps() throws Exception {
    echouer(ECHECS_MAX);
    royaume = new RoyaumeParaphe(comptes, memoire());
    assertThat(essayer("agent@demo", SECRET)).isFalse();

    ordre("UPDATE tentative_connexion SET bloque_jusqu_au = now() - interval '1 second'");
    assertThat(essayer("agent@demo", SECRET)).isTrue();
  }

  @Test
  void un_essai_pendant_le_blocage_ne_le_prolonge_pas() throws Exception {
    echouer(ECHECS_MAX);
    String fin = lire("SELECT bloque_jusqu_au::text FROM tentative_connexion");

    echouer(5);

    assertThat(lire("SELECT bloque_jusqu_au::text FROM tentative_connexion")).isEqualTo(fin);
  }

  @Test
  void une_reussite_efface_les_echecs() throws Exception {
    echouer(ECHECS_MAX - 1);
    assertThat(essayer("agent@demo", SECRET)).isTrue();

    assertThat(lire("SELECT count(*)::text FROM tentative_connexion")).isEqualTo("0");
  }

  @Test
  void des_echecs_anciens_ne_comptent_plus() throws Exception {
    echouer(ECHECS_MAX - 1);
    ordre("UPDATE tentative_connexion SET depuis = now() - interval '16 minutes'");

    echouer(1);

    assertThat(lire("SELECT echecs::text FROM tentative_connexion")).isEqualTo("1");
    assertThat(essayer("agent@demo", SECRET)).isTrue();
  }

  @Test
  void des_echecs_simultanes_sont_tous_comptes() throws Exception {
    Comptes larges = new Comptes(() -> source, 1000, 15);
    IdentifiantComplet nom = IdentifiantComplet.lire("agent@demo").orElseThrow();
    ExecutorService fils = Executors.newFixedThreadPool(4);
    IntStream.range(0, 40)
        .forEach(
            i ->
                fils.submit(
                    () -> {
                      larges.noterEchec(nom);
                      return null;
                    }));
    fils.shutdown();
    assertThat(fils.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

    assertThat(lire("SELECT echecs::text FROM tentative_connexion")).isEqualTo("40");
  }

  @Test
  void changer_le_mot_de_passe_ferme_aussitot_l_ancien() throws Exception {
    assertThat(essayer("agent@demo", SECRET)).isTrue();
    ordre("UPDATE utilisateur SET mot_de_passe = '" + empreinte("nouveau") + "' WHERE id = 1");

    assertThat(essayer("agent@demo", SECRET)).isFalse();
    assertThat(essayer("agent@demo", "nouveau")).isTrue();
  }

  @Test
  void fermer_un_compte_ferme_aussitot_meme_s_il_vient_de_s_ouvrir() throws Exception {
    assertThat(essayer("agent@demo", SECRET)).isTrue();
    ordre("UPDATE utilisateur SET actif = false WHERE id = 1");

    assertThat(essayer("agent@demo", SECRET)).isFalse();
  }

  @Test
  void une_empreinte_illisible_est_une_panne_et_non_un_refus_compte() {
    assertThatThrownBy(() -> essayer("abime@demo", SECRET))
        .isInstanceOf(RealmUnavailableException.class);
  }

  @Test
  void base_injoignable_l_essai_finit_en_erreur() {
    royaume = new RoyaumeParaphe(new Comptes(() -> injoignable(), ECHECS_MAX, 15), memoire());

    assertThatThrownBy(() -> essayer("agent@demo", SECRET))
        .isInstanceOf(RealmUnavailableException.class);
  }

  @Test
  void base_injoignable_apres_une_reussite_retenue_l_essai_finit_en_erreur() throws Exception {
    MotsDePasse retenus = memoire();
    royaume = new RoyaumeParaphe(comptes, retenus);
    assertThat(essayer("agent@demo", SECRET)).isTrue();

    royaume = new RoyaumeParaphe(new Comptes(() -> injoignable(), ECHECS_MAX, 15), retenus);
    assertThatThrownBy(() -> essayer("agent@demo", SECRET))
        .isInstanceOf(RealmUnavailableException.class);
  }

  @Test
  void un_nom_court_n_entre_jamais_dans_le_royaume() {
    assertThatThrownBy(() -> identite("agent")).isInstanceOf(RealmUnavailableException.class);
  }

  @Test
  void la_canonisation_complete_et_met_en_minuscules() {
    CanonisationPrincipal canonisation = new CanonisationPrincipal(comptes, System::nanoTime);

    assertThat(canonise(canonisation, " Agent ")).isEqualTo("agent@demo");
    assertThat(canonise(canonisation, "PRESIDENT@Agglo")).isEqualTo("president@agglo");
  }

  @Test
  void sans_collectivite_par_defaut_un_essai_est_refuse_comme_celui_d_un_inconnu()
      throws Exception {
    CanonisationPrincipal canonisation = new CanonisationPrincipal(comptes, System::nanoTime);
    ordre("UPDATE collectivite SET par_defaut = false");
    try {
      String nom = canonise(canonisation, "agent");

      assertThat(identite(nom).exists()).isFalse();
      assertThat(essayer(nom, SECRET)).isFalse();
      assertThat(essayer("agent@demo", SECRET)).as("un nom complet entre toujours").isTrue();
    } finally {
      ordre("UPDATE collectivite SET par_defaut = true WHERE id = 1");
    }
    assertThat(canonise(canonisation, "agent")).as("rien n’est retenu").isEqualTo("agent@demo");
  }

  @Test
  void la_canonisation_sans_base_laisse_le_nom_court_que_le_royaume_refuse() {
    CanonisationPrincipal canonisation =
        new CanonisationPrincipal(
            new Comptes(() -> injoignable(), ECHECS_MAX, 15), System::nanoTime);

    assertThat(canonise(canonisation, "agent")).isEqualTo("agent");
    assertThatThrownBy(() -> identite(canonise(canonisation, "agent")))
        .isInstanceOf(RealmUnavailableException.class);
  }

  @Test
  void une_reussite_retenue_s_oublie_apres_sa_duree() {
    long[] heure = {0};
    MotsDePasse retenus = new MotsDePasse(100, () -> heure[0]);
    String empreinte = empreinte(SECRET);
    assertThat(retenus.correspond(SECRET.toCharArray(), empreinte)).isTrue();

    heure[0] = 1000;
    assertThat(retenus.correspond("faux".toCharArray(), empreinte)).isFalse();
    assertThat(retenus.correspond(SECRET.toCharArray(), empreinte)).isTrue();
  }

  private static String canonise(CanonisationPrincipal canonisation, String nom) {
    return canonisation.apply(new NamePrincipal(nom)).getName();
  }

  private static MotsDePasse memoire() {
    return new MotsDePasse(TimeUnit.MINUTES.toNanos(5), System::nanoTime);
  }

  private RealmIdentity identite(String nom) throws RealmUnavailableException {
    return royaume.getRealmIdentity(new NamePrincipal(nom));
  }

  private boolean essayer(String nom, String motDePasse) throws RealmUnavailableException {
    return identite(nom).verifyEvidence(new PasswordGuessEvidence(motDePasse.toCharArray()));
  }

  private void echouer(int fois) throws RealmUnavailableException {
    for (int i = 0; i < fois; i++) {
      assertThat(essayer("agent@demo", "faux")).isFalse();
    }
  }

  private static DataSource injoignable() {
    org.postgresql.ds.PGSimpleDataSource morte = new org.postgresql.ds.PGSimpleDataSource();
    morte.setServerNames(new String[] {"127.0.0.1"});
    morte.setPortNumbers(new int[] {1});
    return morte;
  }

  private static String empreinte(String motDePasse) {
    try {
      PasswordFactory fabrique =
          PasswordFactory.getInstance(
              BCryptPassword.ALGORITHM_BCRYPT, WildFlyElytronPasswordProvider.getInstance());
      return ModularCrypt.encodeAsString(
          fabrique.generatePassword(
              new EncryptablePasswordSpec(
                  motDePasse.toCharArray(), new IteratedPasswordAlgorithmSpec(4))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void compte(
      int id, int collectivite, String identifiant, String empreinte, boolean actif)
      throws SQLException {
    try (Connection connexion = source.getConnection();
        PreparedStatement requete =
            connexion.prepareStatement(
                "INSERT INTO utilisateur"
                    + " (id, collectivite_id, identifiant, nom, courriel, mot_de_passe, actif)"
                    + " VALUES (?, ?, ?, 'Nom', 'a@exemple.invalid', ?, ?)")) {
      requete.setInt(1, id);
      requete.setInt(2, collectivite);
      requete.setString(3, identifiant);
      requete.setString(4, empreinte);
      requete.setBoolean(5, actif);
      requete.executeUpdate();
    }
  }

  private static void ordre(String sql) throws SQLException {
    try (Connection connexion = source.getConnection();
        Statement ordre = connexion.createStatement()) {
      ordre.execute(sql);
    }
  }

  private static String lire(String sql) throws SQLException {
    try (Connection connexion = source.getConnection();
        Statement ordre = connexion.createStatement();
        ResultSet ligne = ordre.executeQuery(sql)) {
      return ligne.next() ? ligne.getString(1) : null;
    }
  }
}
