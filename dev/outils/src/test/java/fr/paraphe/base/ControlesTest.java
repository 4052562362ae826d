package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.outils.controle.Fsck;
import fr.paraphe.outils.controle.VerificationJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ce que les contrôles trouvent quand une main qui a tous les droits a touché à la base ou aux
 * fichiers.
 */
class ControlesTest {

  @TempDir Path donnees;
  private Mairie mairie;

  @BeforeEach
  void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    IdentifiantDossier vise = mairie.deposer("ws@demo", "Visa", "simple", "vise", "").identifiant();
    mairie.faire("dgs@demo", () -> mairie.instruction().viser(vise, Avis.SANS));
    mairie.deposer("ws@demo", "Visa", "simple", "en-cours", "À voir");
    IdentifiantDossier rejete =
        mairie.deposer("ws@demo", "Visa", "simple", "rejete", "").identifiant();
    mairie.faire("dgs@demo", () -> mairie.instruction().rejeter(rejete, Avis.publique("Non")));
  }

  @AfterEach
  void fermer() {
    mairie.close();
  }

  @Test
  void sur_une_base_saine_tout_concorde() throws SQLException, IOException {
    assertThat(Fsck.fautes(mairie.base)).isEmpty();
    assertThat(VerificationJournal.faire(mairie.base, phrase -> {})).isGreaterThan(10);
  }

  @Test
  void une_annotation_changee_est_nommee() throws SQLException {
    alterer(
        "UPDATE evenement SET annotation = 'Oui' WHERE rang = 4 AND dossier_id = (SELECT id FROM dossier WHERE identifiant = 'rejete')");
    assertThat(journal())
        .containsExactly("Journal du dossier « rejete » : la ligne 4 a été changée ou glissée.");
  }

  @Test
  void une_ligne_otee_au_milieu_ou_a_la_fin_est_nommee() throws SQLException {
    alterer(
        "DELETE FROM evenement WHERE rang = 2 AND dossier_id = (SELECT id FROM dossier WHERE identifiant = 'vise')");
    alterer(
        "DELETE FROM evenement e USING dossier d WHERE d.id = e.dossier_id AND d.identifiant = 'en-cours' AND e.rang = d.journal_rang");
    assertThat(journal())
        .containsExactly(
            "Journal du dossier « vise » : la ligne 2 manque.",
            "Journal du dossier « en-cours » : la ligne 4 manque.");
  }

  @Test
  void une_ligne_glissee_a_la_fin_est_nommee() throws SQLException {
    alterer(
        "INSERT INTO evenement SELECT dossier_id, instant, collectivite_id, rang + 1, acteur_id, bureau_id, delegation_id, etape_id, nature,"
            + " statut, acteur_nom, 'Glissée', visible, detail, empreinte FROM evenement e WHERE dossier_id ="
            + " (SELECT id FROM dossier WHERE identifiant = 'vise') ORDER BY rang DESC LIMIT 1");
    assertThat(journal()).singleElement().asString().contains("« vise »").contains("glissée");
  }

  @Test
  void deux_lignes_echangees_sont_nommees() throws SQLException {
    String dossier = "dossier_id = (SELECT id FROM dossier WHERE identifiant = 'vise')";
    alterer("UPDATE evenement SET rang = rang + 100 WHERE rang IN (1, 2) AND " + dossier);
    alterer(
        "UPDATE evenement SET rang = CASE rang WHEN 101 THEN 2 ELSE 1 END WHERE rang > 100 AND "
            + dossier);
    assertThat(journal())
        .containsExactly("Journal du dossier « vise » : la ligne 1 a été changée ou glissée.");
  }

  @Test
  void un_etat_force_une_tache_otee_ou_un_document_perdu_sont_des_fautes()
      throws SQLException, IOException {
    Commune.executer(
        mairie.base,
        "ALTER TABLE dossier DISABLE TRIGGER USER; UPDATE dossier SET etat = 'TERMINE' WHERE identifiant = 'en-cours'");
    Commune.executer(
        mairie.base,
        "DELETE FROM tache WHERE dossier_id = (SELECT id FROM dossier WHERE identifiant = 'vise')");
    try (Stream<Path> blobs = Files.walk(donnees.resolve("blobs"))) {
      Files.delete(blobs.filter(Files::isRegularFile).findFirst().orElseThrow());
    }
    assertThat(Fsck.fautes(mairie.base))
        .anyMatch(
            f ->
                f.equals(
                    "Le dossier « en-cours », état : la base dit « TERMINE », son journal « EN_COURS »."))
        .anyMatch(f -> f.equals("Le dossier « vise » est en circulation mais n’attend nulle part."))
        .anyMatch(f -> f.endsWith("son fichier a disparu."));
  }

  private List<String> journal() throws SQLException {
    List<String> fautes = new ArrayList<>();
    VerificationJournal.faire(mairie.base, fautes::add);
    return fautes;
  }

  private void alterer(String sql) {
    Commune.executer(
        mairie.base,
        "ALTER TABLE evenement DISABLE TRIGGER USER; "
            + sql
            + "; ALTER TABLE evenement ENABLE TRIGGER USER");
  }
}
