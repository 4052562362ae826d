package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.outils.controle.Fsck;
import fr.paraphe.outils.controle.LectureDossiers;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Le journal rejoué : chaque faute, plantée seule par une main qui a tous les droits, est trouvée
 * et nommée ; sur ce que les frontières ont écrit, il n’y a rien à dire.
 */
class RejeuTest {

  /** Des ordres sans les gardiens de la base ; {@code :d} est le dossier. */
  private static final String SANS_GARDIEN =
      "BEGIN; SET LOCAL session_replication_role = replica; %s; COMMIT";

  private static final String AJOUT =
      "INSERT INTO evenement (dossier_id, rang, instant, collectivite_id, acteur_nom, empreinte, nature, statut, etape_id)"
          + " VALUES (:d, 6, now(), 1, 'Personne', sha256(''), ";

  @TempDir static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
  }

  @AfterAll
  static void fermer() {
    mairie.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BROUILLON",
        "EN_COURS",
        "LU",
        "VISE",
        "TERMINE",
        "ARCHIVE",
        "SUPPRIME",
        "REJETE",
        "REPRIS",
        "REPRIS_EMIS"
      })
  void toute_vie_menee_par_les_frontieres_s_explique(String vie) throws SQLException {
    assertThat(fautes(vivre(vie))).isEmpty();
  }

  /** L’étape 100 est visée, le dossier attend à l’étape 200 ; journal : 1 à 5, le visa est en 4. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "UPDATE dossier SET etat = 'REJETE' WHERE id = :d | état : la base dit « REJETE », son journal « EN_COURS »",
        "UPDATE dossier SET statut = 'Lu' WHERE id = :d | statut : la base dit « Lu », son journal « NonLu »",
        "UPDATE dossier SET cree_le = cree_le - interval '1 day' WHERE id = :d | création : la base dit «",
        "UPDATE dossier SET emis_le = NULL WHERE id = :d | émission : la base dit « jamais », son journal « 20",
        "UPDATE etape SET decision = NULL, decidee_le = NULL WHERE dossier_id = :d AND rang = 100"
            + " | décision à l’étape 100 (VISA) : la base dit « en attente », son journal « VISE le 20",
        "UPDATE etape SET decision = 'SIGNE' WHERE dossier_id = :d AND rang = 100"
            + " | décision à l’étape 100 (VISA) : la base dit « SIGNE le 20",
        "UPDATE etape SET decidee_par = 3 WHERE dossier_id = :d AND rang = 100"
            + " | compte 3, bureau 12 », son journal « VISE le 20",
        "UPDATE etape SET decidee_le = now() WHERE dossier_id = :d AND rang = 100"
            + " | décision à l’étape 100 (VISA) : la base dit « VISE le 20",
        "UPDATE etape SET decision = 'SIGNE', decidee_le = now(), decidee_par = 3 WHERE dossier_id = :d AND rang = 200"
            + " | son journal « en attente »",
        "UPDATE etape SET decision = 'SANS_OBJET', decidee_le = now() WHERE dossier_id = :d AND rang = 300"
            + " | décision à l’étape 300 (ARCHIVAGE) : la base dit « SANS_OBJET",
        "UPDATE etape SET arrivee_le = NULL WHERE dossier_id = :d AND rang = 200"
            + " | arrivée à l’étape 200 (SIGNATURE) : la base dit « jamais »",
        "UPDATE etape SET lue_le = now() WHERE dossier_id = :d AND rang = 200 | son journal « jamais »",
        "UPDATE etape SET annotation_publique = 'Refusé' WHERE dossier_id = :d AND rang = 100"
            + " | annotation à l’étape 100 (VISA) : la base dit « Refusé », son journal « Vérifié »",
        "INSERT INTO etape (id, dossier_id, collectivite_id, rang, bureau_id, action) SELECT nextval('seq_etape'), :d, 1, 400, 11, 'CORRECTION'"
            + " | a une étape 400 (CORRECTION) que son journal n’explique pas",
        "DELETE FROM etape WHERE dossier_id = :d AND rang = 100 | ligne 3 (ARRIVEE) : elle désigne une étape que le dossier n’a pas"
      })
  void ce_que_le_journal_n_explique_pas_est_nomme(String faute, String phrase) throws SQLException {
    assertThat(planter(faute)).singleElement().asString().contains(phrase);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "DELETE FROM evenement WHERE dossier_id = :d AND rang = 4 | ligne 5 (ARRIVEE) : aucune arrivée n’est attendue ici",
        "DELETE FROM evenement WHERE dossier_id = :d AND rang = 5 | il s’arrête au milieu d’un acte",
        "DELETE FROM evenement WHERE dossier_id = :d | il s’arrête au milieu d’un acte",
        "DELETE FROM evenement WHERE dossier_id = :d AND rang = 1 | ligne 2 (EMISSION) : le dossier n’est pas un brouillon",
        "UPDATE evenement SET nature = 'SIGNATURE' WHERE dossier_id = :d AND rang = 4"
            + " | ligne 4 (SIGNATURE) : l’étape demande autre chose",
        "UPDATE evenement SET nature = 'REMORDS' WHERE dossier_id = :d AND rang = 4 | ligne 4 (REMORDS) : nature inconnue",
        "UPDATE evenement SET nature = 'REJET' WHERE dossier_id = :d AND rang = 4"
            + " | ligne 4 (REJET) : le dossier n’a pas l’étape de correction qu’un rejet laisse",
        "UPDATE evenement SET nature = 'FIN_DE_CIRCUIT' WHERE dossier_id = :d AND rang = 5"
            + " | ligne 5 (FIN_DE_CIRCUIT) : ce n’est pas ce qu’attend cette étape",
        "UPDATE evenement SET statut = 'Signe' WHERE dossier_id = :d AND rang = 4 | ligne 4 (VISA) : son statut devrait être Vise",
        "UPDATE evenement SET etape_id = (SELECT id FROM etape WHERE dossier_id = :d AND rang = 200) WHERE dossier_id = :d AND rang = 4"
            + " | ligne 4 (VISA) : le dossier attend à l’étape 100 (VISA)",
        "UPDATE evenement SET acteur_id = 7 WHERE dossier_id = :d AND rang = 4 | compte 7, bureau 12 »",
        "UPDATE evenement SET nature = 'CREATION' WHERE dossier_id = :d AND rang = 2 | ligne 2 (CREATION) : le dossier existe déjà",
        ":ajout 'REMORD', 'EnCoursVisa', (SELECT id FROM etape WHERE dossier_id = :d AND rang = 0))"
            + " | ligne 6 (REMORD) : ce n’est pas la dernière étape décidée",
        ":ajout 'ARCHIVAGE', 'NonLu', NULL) | ligne 6 (ARCHIVAGE) : le circuit n’est pas terminé",
        ":ajout 'EFFACEMENT', 'NonLu', NULL) | ligne 6 (EFFACEMENT) : un dossier dans cet état ne s’efface pas",
        ":ajout 'VISA', 'Vise', (SELECT id FROM etape WHERE dossier_id = :d AND rang = 100))"
            + " | ligne 6 (VISA) : le dossier attend à l’étape 200 (SIGNATURE)",
        ":ajout 'SIGNATURE', 'Signe', (SELECT id FROM etape WHERE dossier_id = :d AND rang = 200)) | il s’arrête au milieu d’un acte"
      })
  void une_ligne_que_les_regles_ne_permettent_pas_est_nommee(String faute, String phrase)
      throws SQLException {
    assertThat(planter(faute.replace(":ajout ", AJOUT)))
        .singleElement()
        .asString()
        .contains(phrase);
  }

  @Test
  void une_lecture_glissee_se_voit_a_la_lecture_et_au_statut() throws SQLException {
    assertThat(
            planter(
                AJOUT
                    + "'LECTURE', 'Lu', (SELECT id FROM etape WHERE dossier_id = :d AND rang = 200))"))
        .hasSize(2)
        .anyMatch(f -> f.contains("lecture à l’étape 200 (SIGNATURE) : la base dit « jamais »"))
        .anyMatch(f -> f.contains("statut : la base dit « NonLu », son journal « Lu »"));
  }

  private static List<String> planter(String faute) throws SQLException {
    IdentifiantDossier id = vivre("VISE");
    long cle =
        Commune.compter(mairie.base, "SELECT id FROM dossier WHERE identifiant = ?", id.valeur());
    Commune.executer(
        mairie.base, String.format(SANS_GARDIEN, faute.replace(":d", String.valueOf(cle))));

    return fautes(id);
  }

  @Test
  void un_dossier_qui_attend_sur_un_autre_bureau_que_celui_de_son_etape_est_nomme()
      throws SQLException, IOException {
    IdentifiantDossier id = vivre("EN_COURS");
    Commune.executer(
        mairie.base,
        "UPDATE tache SET bureau_id = 14 WHERE dossier_id = (SELECT id FROM dossier WHERE identifiant = '"
            + id
            + "')");

    assertThat(Fsck.fautes(mairie.base))
        .contains(
            "Le dossier « "
                + id
                + " » attend sur un bureau, ou pour un acte, que son étape ne dit pas.");
  }

  @Test
  void la_lecture_fait_trois_requetes_par_page_quel_que_soit_le_nombre_de_lignes()
      throws SQLException {
    for (int i = 0; i < 7; i++) {
      vivre("VISE");
    }
    AtomicInteger requetes = new AtomicInteger();
    try (Connection c = connexion()) {
      long relus = new LectureDossiers(comptee(c, requetes), 3).rejouer(phrase -> {});

      assertThat(relus)
          .isEqualTo(Commune.compter(mairie.base, "SELECT count(*) FROM dossier"))
          .isGreaterThan(6);
      assertThat(requetes.get()).isEqualTo((relus + 2) / 3 * 3 + 1);
    }
  }

  private static Connection comptee(Connection vraie, AtomicInteger requetes) {
    return (Connection)
        Proxy.newProxyInstance(
            RejeuTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (soi, methode, arguments) -> {
              if (methode.getName().equals("prepareStatement")) {
                requetes.incrementAndGet();
              }
              return methode.invoke(vraie, arguments);
            });
  }

  private static List<String> fautes(IdentifiantDossier id) throws SQLException {
    List<String> fautes = new ArrayList<>();
    try (Connection c = connexion()) {
      new LectureDossiers(c, 100).rejouer(fautes::add);
    }
    return fautes.stream().filter(f -> f.contains("« " + id + " »")).toList();
  }

  private static Connection connexion() throws SQLException {
    return DriverManager.getConnection(
        mairie.base.url(), mairie.base.compte(), mairie.base.motDePasse());
  }

  private static IdentifiantDossier vivre(String vie) {
    String id = "rejeu-" + UUID.randomUUID();
    boolean deuxEtapes = vie.equals("VISE") || vie.equals("LU") || vie.equals("REPRIS");
    IdentifiantDossier dossier =
        mairie
            .creer(
                "ws@demo",
                mairie.commande(
                    deuxEtapes ? "Courrier" : "Visa",
                    "simple",
                    id,
                    "",
                    null,
                    !vie.equals("BROUILLON"),
                    mairie.texte("ws@demo")))
            .identifiant();
    conduire(vie, dossier);
    return dossier;
  }

  private static void conduire(String vie, IdentifiantDossier id) {
    switch (vie) {
      case "LU" -> {
        viser(id);
        mairie.faire("maire@demo", () -> mairie.instruction().marquerLu(id));
      }
      case "VISE", "TERMINE" -> viser(id);
      case "ARCHIVE" -> {
        mairie.faire("dgs@demo", () -> mairie.instruction().marquerLu(id));
        viser(id);
        mairie.faire("ws@demo", () -> mairie.instruction().archiver(id));
      }
      case "REPRIS" -> {
        viser(id);
        mairie.faire("dgs@demo", () -> mairie.instruction().recuperer(id, Avis.SANS));
        viser(id);
      }
      case "REPRIS_EMIS" ->
          mairie.faire("ws@demo", () -> mairie.instruction().recuperer(id, Avis.SANS));
      case "REJETE" ->
          mairie.faire("dgs@demo", () -> mairie.instruction().rejeter(id, Avis.publique("Non")));
      case "SUPPRIME" -> {
        mairie.faire("dgs@demo", () -> mairie.instruction().rejeter(id, Avis.publique("Non")));
        mairie.faire("ws@demo", () -> mairie.instruction().effacer(id));
      }
      default -> {}
    }
  }

  private static void viser(IdentifiantDossier id) {
    mairie.faire("dgs@demo", () -> mairie.instruction().viser(id, Avis.publique("Vérifié")));
  }
}
