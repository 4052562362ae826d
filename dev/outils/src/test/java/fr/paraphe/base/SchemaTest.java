package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.paraphe.outils.atelier.Base;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ce que la base refuse elle-même, quoi que fasse le programme : chaque essai est une transaction,
 * annulée à la fin.
 */
class SchemaTest {

  private static final String CLE_ETRANGERE = "23503";
  private static final String DOUBLON = "23505";
  private static final String CONTROLE = "23514";
  private static final String EXCLUSION = "23P01";
  private static final String INTERDIT = "42501";

  /** Un brouillon D-1 à Courrier, son étape d’émission qui attend, et sa première ligne. */
  private static final String BROUILLON =
      """
      INSERT INTO dossier (id, collectivite_id, type_id, sous_type_id, emetteur_id, bureau_emetteur_id, identifiant, titre, etat, statut, journal_rang, journal_tete)
        VALUES (1, 1, 1, 1, 1, 11, 'D-1', 'Titre', 'BROUILLON', 'NonLu', 1, sha256('1'));
      INSERT INTO etape (id, dossier_id, collectivite_id, rang, bureau_id, action, arrivee_le)
        VALUES (1, 1, 1, 0, 11, 'EMISSION', now()), (2, 1, 1, 100, 12, 'VISA', NULL);
      INSERT INTO tache (etape_id, dossier_id, bureau_id, rang, action, titre_tri, collectivite_id, type_id, sous_type_id, bureau_emetteur_id)
        VALUES (1, 1, 11, 0, 'EMISSION', '', 1, 1, 1, 11);
      INSERT INTO evenement (dossier_id, rang, instant, collectivite_id, acteur_id, bureau_id, nature, statut, acteur_nom, empreinte)
        VALUES (1, 1, now(), 1, 1, 11, 'CREATION', 'NonLu', 'Camille Agent', sha256('1'));
      INSERT INTO delegation (id, collectivite_id, bureau_id, delegue_id, periode, creee_par)
        VALUES (1, 1, 12, 14, '[2026-01-01,2026-02-01)', 2);
      """;

  private static Base base;

  @BeforeAll
  static void fonder() {
    base = BaseDEssai.neuve();
    Commune.fonder(base);
    Commune.executer(base, "BEGIN;" + BROUILLON + "COMMIT;");
  }

  private static Connection connexion() throws SQLException {
    Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse());
    c.setAutoCommit(false);
    return c;
  }

  /** Les contraintes différées sont contrôlées comme à la validation, puis tout est annulé. */
  private static void essayer(String sql) throws SQLException {
    try (Connection c = connexion();
        Statement s = c.createStatement()) {
      try {
        s.execute(sql);
        s.execute("SET CONSTRAINTS ALL IMMEDIATE");
      } finally {
        c.rollback();
      }
    }
  }

  private static void refuse(String etat, String sql) {
    SQLException refus = catchThrowableOfType(SQLException.class, () -> essayer(sql));
    assertThat((Throwable) refus).as(sql).isNotNull();
    assertThat(refus.getSQLState()).as(refus.getMessage()).isEqualTo(etat);
  }

  private static List<String> lignes(String avant, String sql) throws SQLException {
    List<String> lignes = new ArrayList<>();
    try (Connection c = connexion();
        Statement s = c.createStatement()) {
      s.execute(avant);
      try (ResultSet r = s.executeQuery(sql)) {
        while (r.next()) {
          lignes.add(r.getString(1));
        }
      } finally {
        c.rollback();
      }
    }
    return lignes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE dossier SET bureau_emetteur_id = 31 WHERE id = 1",
        "UPDATE dossier SET emetteur_id = 21 WHERE id = 1",
        "UPDATE etape SET bureau_id = 31 WHERE id = 2",
        "UPDATE etape SET decision = 'VISE', decidee_le = now(), decidee_par = 21 WHERE id = 2",
        "UPDATE tache SET bureau_id = 31 WHERE etape_id = 1",
        "UPDATE delegation SET delegue_id = 31 WHERE id = 1",
        "UPDATE bureau SET superieur_id = 31 WHERE id = 11",
        "INSERT INTO bureau_utilisateur (collectivite_id, bureau_id, utilisateur_id, role) VALUES (1, 11, 21, 'PROPRIETAIRE')",
        "UPDATE etape_modele SET bureau_id = 31 WHERE id = 1",
        "UPDATE sous_type SET circuit_id = 4 WHERE id = 1"
      })
  void rien_ne_passe_d_une_collectivite_a_l_autre(String sql) {
    refuse(CLE_ETRANGERE, sql);
  }

  @Test
  void un_dossier_ne_prend_pas_le_sous_type_d_un_autre_type() {
    refuse(CLE_ETRANGERE, "UPDATE dossier SET sous_type_id = 2 WHERE id = 1");
  }

  @Test
  void un_dossier_en_circulation_attend_toujours_quelque_part() {
    refuse(
        CONTROLE,
        "DELETE FROM tache WHERE dossier_id = 1; UPDATE dossier SET version = version + 1 WHERE id = 1");
  }

  @Test
  void un_dossier_n_attend_qu_a_un_rang_a_la_fois() {
    refuse(
        EXCLUSION,
        """
        INSERT INTO tache (etape_id, dossier_id, bureau_id, rang, action, titre_tri, collectivite_id, type_id, sous_type_id, bureau_emetteur_id)
        VALUES (2, 1, 12, 100, 'VISA', '', 1, 1, 1, 11)
        """);
  }

  @Test
  void une_etape_decidee_n_attend_plus() {
    refuse(
        CONTROLE,
        """
        UPDATE etape SET decision = 'EMIS', decidee_le = now(), decidee_par = 1 WHERE id = 1;
        UPDATE dossier SET etat = 'EN_COURS', version = version + 1 WHERE id = 1
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "''"})
  void un_rejet_a_un_motif(String motif) {
    refuse(
        CONTROLE,
        "UPDATE etape SET decision = 'REJETE', decidee_le = now(), decidee_par = 2, annotation_publique = "
            + motif
            + " WHERE id = 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decision = 'VISE', decidee_le = now()",
        "decision = 'VISE', decidee_par = 2",
        "decidee_le = now()",
        "decision = 'VALIDE', decidee_le = now(), decidee_par = 2",
        "annotation_publique = repeat('a', 4001)"
      })
  void une_decision_dit_quoi_qui_et_quand(String changement) {
    refuse(CONTROLE, "UPDATE etape SET " + changement + " WHERE id = 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE evenement SET annotation = 'autre' WHERE dossier_id = 1",
        "UPDATE evenement SET annotation = 'autre' WHERE false",
        "DELETE FROM evenement WHERE dossier_id = 1",
        "TRUNCATE evenement"
      })
  void le_journal_ne_se_modifie_pas_meme_par_son_proprietaire(String sql) {
    refuse(INTERDIT, sql);
  }

  @Test
  void deux_lignes_du_journal_n_ont_pas_le_meme_rang() {
    refuse(
        DOUBLON,
        """
        INSERT INTO evenement (dossier_id, rang, instant, collectivite_id, nature, statut, acteur_nom, empreinte)
        VALUES (1, 1, now(), 1, 'VISA', 'Vise', 'Intrus', sha256('2'))
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[2026-01-15,2026-03-01)", "[2025-01-01,)", "(,2026-01-02)"})
  void un_bureau_n_a_qu_un_delegue_a_la_fois(String periode) {
    refuse(
        EXCLUSION,
        "INSERT INTO delegation (id, collectivite_id, bureau_id, delegue_id, periode, creee_par) VALUES (2, 1, 12, 13, '"
            + periode
            + "', 2)");
  }

  @Test
  void deux_delegations_qui_se_suivent_sont_admises() throws SQLException {
    essayer(
        "INSERT INTO delegation (id, collectivite_id, bureau_id, delegue_id, periode, creee_par) VALUES (2, 1, 12, 13, '[2026-02-01,)', 2)");
  }

  private static final String DEUXIEME =
      """
      INSERT INTO dossier (id, collectivite_id, type_id, sous_type_id, emetteur_id, bureau_emetteur_id, identifiant, titre, etat, statut, clos_le)
      VALUES (2, 1, 1, 1, 1, 11, 'D-1', 'Titre', 'SUPPRIME', 'NonLu', now())
      """;

  @Test
  void un_identifiant_n_est_pris_qu_une_fois_en_circulation() throws SQLException {
    essayer(DEUXIEME);
    refuse(
        DOUBLON, DEUXIEME + "; UPDATE dossier SET clos_le = NULL, etat = 'BROUILLON' WHERE id = 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clos_le = now()",
        "etat = 'ARCHIVE'",
        "etat = 'PERDU'",
        "titre = ''",
        "titre = E'deux\\nlignes'",
        "identifiant = repeat('a', 601)",
        "visibilite = 'SECRET'",
        "journal_rang = 0"
      })
  void un_dossier_impossible_n_existe_pas(String changement) {
    refuse(CONTROLE, "UPDATE dossier SET " + changement + " WHERE id = 1");
  }

  @Test
  void un_dossier_en_circulation_ne_se_purge_pas() {
    refuse("P0001", "SELECT * FROM purger(ARRAY[1::bigint], 'essai')");
  }

  @Test
  void une_etape_a_son_rang_a_elle() {
    refuse(
        DOUBLON,
        "INSERT INTO etape (id, dossier_id, collectivite_id, rang, bureau_id, action) VALUES (3, 1, 1, 100, 12, 'VISA')");
  }

  @Test
  void il_n_y_a_qu_une_collectivite_par_defaut() {
    refuse(DOUBLON, "UPDATE collectivite SET par_defaut = true WHERE id = 2");
  }

  /**
   * Les clés étrangères vers ce qui se purge par milliers, sans index qui les serve : entier, ou
   * limité aux valeurs présentes. Un autre index partiel ne sert pas le contrôle de la clé.
   */
  private static final String SANS_INDEX =
      """
      SELECT c.conrelid::regclass || ' (' || string_agg(a.attname, ', ' ORDER BY k.n) || ')'
      FROM pg_constraint c
      CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY k(col, n)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.col
      WHERE c.contype = 'f' AND c.confrelid IN ('dossier'::regclass, 'etape'::regclass, 'document'::regclass,
        'blob'::regclass, 'preparation'::regclass)
      AND NOT EXISTS (
        SELECT 1 FROM pg_index i JOIN pg_attribute p ON p.attrelid = i.indrelid AND p.attnum = i.indkey[0]
        WHERE i.indrelid = c.conrelid AND i.indkey[0] = ANY(c.conkey) AND p.attname <> 'collectivite_id'
        AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = '(' || p.attname || ' IS NOT NULL)'))
      GROUP BY c.oid, c.conrelid ORDER BY 1
      """;

  @Test
  void chaque_cle_etrangere_vers_ce_qui_se_purge_a_son_index() throws SQLException {
    assertThat(lignes("SELECT 1", SANS_INDEX)).isEmpty();
  }

  @Test
  void une_cle_sans_index_ou_a_l_index_trop_partiel_est_attrapee() throws SQLException {
    String plantee = "CREATE TABLE plantee (d bigint REFERENCES dossier, x integer);";
    assertThat(lignes(plantee, SANS_INDEX)).containsExactly("plantee (d)");
    assertThat(lignes(plantee + "CREATE INDEX ON plantee (d) WHERE x > 0", SANS_INDEX))
        .containsExactly("plantee (d)");
    assertThat(lignes(plantee + "CREATE INDEX ON plantee (x, d)", SANS_INDEX))
        .containsExactly("plantee (d)");
    assertThat(lignes(plantee + "CREATE INDEX ON plantee (d) WHERE d IS NOT NULL", SANS_INDEX))
        .isEmpty();
  }
}
