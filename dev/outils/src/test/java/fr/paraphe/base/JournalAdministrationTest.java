package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.journal.JournalAdministration;
import fr.paraphe.journal.LigneAdministration;
import fr.paraphe.organisation.Bureaux;
import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.organisation.ReglageBureau;
import fr.paraphe.outils.controle.VerificationJournal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** La chaîne d’administration de « demo », quatre lignes, et qui la lit. */
class JournalAdministrationTest {

  private static final String DEMO = "Journal d’administration de « demo » : la ligne ";

  @TempDir Path donnees;
  private Mairie mairie;

  @BeforeEach
  void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    Commune.executer(
        mairie.base,
        """
        INSERT INTO utilisateur (id, collectivite_id, identifiant, nom, prenom, courriel, role) VALUES
          (8, 1, 'chef', 'Chef', 'Alix', 'chef@demo.invalid', 'ADMIN'), (22, 2, 'chef', 'Autre', 'Chef', 'chef@agglo.invalid', 'ADMIN');
        SELECT setval('seq_organisation', 1000);
        """);
    for (String nom : List.of("A", "B", "C", "D")) {
      mairie.lire("chef@demo", () -> mairie.atelier.bean(Bureaux.class).creer(bureau(nom)));
    }
  }

  @AfterEach
  void fermer() {
    mairie.close();
  }

  private static ReglageBureau bureau(String nom) {
    return new ReglageBureau(
        nom, "Bureau " + nom, "", "", false, Set.of(), List.of(), List.of(), List.of());
  }

  private List<String> verifier() throws SQLException {
    List<String> fautes = new ArrayList<>();
    VerificationJournal.faire(mairie.base, fautes::add);
    return fautes;
  }

  private void alterer(String sql) {
    Commune.executer(
        mairie.base,
        "ALTER TABLE evenement_systeme DISABLE TRIGGER USER; "
            + sql
            + "; ALTER TABLE evenement_systeme ENABLE TRIGGER USER");
  }

  private List<LigneAdministration> lire(String login, long avant, String texte) {
    return mairie.lire(
        login, () -> mairie.atelier.bean(JournalAdministration.class).lire(avant, texte));
  }

  @Test
  void une_chaine_saine_se_relit_et_ses_rangs_se_suivent() throws SQLException {
    assertThat(verifier()).isEmpty();
    assertThat(lire("chef@demo", 0, ""))
        .extracting(LigneAdministration::rang)
        .containsExactly(4L, 3L, 2L, 1L);
    assertThat(lire("chef@demo", 3, ""))
        .extracting(LigneAdministration::rang)
        .containsExactly(2L, 1L);
    assertThat(lire("chef@demo", 0, "bureau c")).hasSize(1);
  }

  @Test
  void une_valeur_d_avant_changee_est_nommee() throws SQLException {
    alterer("UPDATE evenement_systeme SET detail = '[]' WHERE collectivite_id = 1 AND rang = 2");
    assertThat(verifier()).containsExactly(DEMO + "2 a été changée ou glissée.");
  }

  @Test
  void une_ligne_otee_au_milieu_ou_a_la_fin_est_nommee() throws SQLException {
    alterer("DELETE FROM evenement_systeme WHERE collectivite_id = 1 AND rang = 4");
    assertThat(verifier()).containsExactly(DEMO + "4 manque.");
    alterer("DELETE FROM evenement_systeme WHERE collectivite_id = 1 AND rang = 2");
    assertThat(verifier()).containsExactly(DEMO + "2 manque.");
  }

  @Test
  void une_ligne_glissee_a_la_fin_est_nommee() throws SQLException {
    alterer(
        "INSERT INTO evenement_systeme (collectivite_id, rang, instant, nature, acteur_nom, empreinte) VALUES (1, 5, now(), 'X', 'X', '\\x00')");
    assertThat(verifier()).containsExactly(DEMO + "5 a été changée ou glissée.");
  }

  @Test
  void la_base_refuse_elle_meme_qu_on_y_touche() {
    assertThatThrownBy(
            () -> Commune.executer(mairie.base, "UPDATE evenement_systeme SET objet = 'X'"))
        .hasMessageContaining("le journal ne se modifie pas");
    assertThatThrownBy(() -> Commune.executer(mairie.base, "DELETE FROM evenement_systeme"))
        .hasMessageContaining("le journal ne se modifie pas");
  }

  @Test
  void chacun_lit_la_chaine_de_sa_collectivite_s_il_l_administre() {
    assertThat(lire("chef@agglo", 0, "")).isEmpty();
    Mairie.refuse(
        ErreurOrganisation.ADMINISTRATION_INTERDITE, null, () -> lire("maire@demo", 0, ""));
  }

  @Test
  void un_changement_refuse_n_ecrit_rien() {
    Mairie.refuse(
        ErreurOrganisation.NOM_PRIS,
        null,
        () ->
            mairie.lire("chef@demo", () -> mairie.atelier.bean(Bureaux.class).creer(bureau("a"))));
    assertThat(lire("chef@demo", 0, "")).hasSize(4);
  }
}
