package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.journal.JournalAdministration;
import fr.paraphe.journal.LigneAdministration;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.Collectivites;
import fr.paraphe.organisation.CompteOuvert;
import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.organisation.FicheCollectivite;
import fr.paraphe.organisation.Profil;
import fr.paraphe.organisation.ReglageCollectivite;
import fr.paraphe.outils.controle.VerificationJournal;
import fr.paraphe.socle.Tranche;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Les collectivités de l’instance, par super ; chef n’administre que « demo ». */
class CollectivitesTest {

  private static final CollectiviteId DEMO = new CollectiviteId(1);
  private static final CollectiviteId AGGLO = new CollectiviteId(2);

  @TempDir Path donnees;
  private Mairie mairie;

  @BeforeEach
  void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    Commune.executer(
        mairie.base,
        """
        INSERT INTO utilisateur (id, collectivite_id, identifiant, nom, prenom, courriel, role) VALUES
          (8, 1, 'chef', 'Chef', 'Alix', 'chef@demo.invalid', 'ADMIN'), (9, 1, 'super', 'Tout', 'Sam', 'super@demo.invalid', 'SUPER_ADMIN'),
          (22, 2, 'chef', 'Autre', 'Chef', 'chef@agglo.invalid', 'ADMIN');
        SELECT setval('seq_organisation', 1000);
        """);
  }

  @AfterEach
  void fermer() throws SQLException {
    List<String> fautes = new ArrayList<>();
    VerificationJournal.faire(mairie.base, fautes::add);
    assertThat(fautes).as("chaînes intactes").isEmpty();
    mairie.close();
  }

  private Collectivites collectivites() {
    return mairie.atelier.bean(Collectivites.class);
  }

  private FicheCollectivite lire(CollectiviteId id) {
    return mairie.lire("super@demo", () -> collectivites().lire(id));
  }

  private CompteOuvert creer(String domaine) {
    return mairie.lire(
        "super@demo", () -> collectivites().creer(neuve(domaine), "chef@syndicat.invalid"));
  }

  private static ReglageCollectivite neuve(String domaine) {
    return new ReglageCollectivite(domaine, "Syndicat des eaux", "123 456 789", "Démo", "99000");
  }

  private void finir(CollectiviteId id) {
    int version = lire(id).version();
    mairie.faire("super@demo", () -> collectivites().fermer(id, version));
  }

  private List<LigneAdministration> journal(String login) {
    return mairie.lire(login, () -> mairie.atelier.bean(JournalAdministration.class).lire(0, ""));
  }

  @Test
  void une_collectivite_nait_avec_son_administrateur_qui_ne_voit_qu_elle() {
    CompteOuvert admin = creer("syndicat");
    assertThat(admin.login()).isEqualTo("admin@syndicat");
    assertThat(
            mairie
                .lire("admin@syndicat", () -> mairie.atelier.bean(Profil.class).moi())
                .collectivite())
        .isEqualTo("Syndicat des eaux");
    assertThat(journal("admin@syndicat"))
        .extracting(LigneAdministration::nature)
        .containsExactly("UTILISATEUR_CREER", "COLLECTIVITE_CREER");
    assertThat(journal("super@demo"))
        .extracting(LigneAdministration::nature)
        .containsExactly("COLLECTIVITE_CREER");
  }

  @Test
  void une_collectivite_fermee_n_a_plus_d_acteur_et_se_rouvre() {
    finir(AGGLO);
    Mairie.refuse(
        ErreurOrganisation.ACTEUR_INCONNU,
        null,
        () -> mairie.lire("agent@agglo", () -> mairie.atelier.bean(Profil.class).moi()));
    int version = lire(AGGLO).version();
    mairie.faire("super@demo", () -> collectivites().rouvrir(AGGLO, version));
    assertThat(mairie.lire("agent@agglo", () -> mairie.atelier.bean(Profil.class).moi()).nom())
        .isEqualTo("Agent");
  }

  @Test
  void la_collectivite_par_defaut_ne_se_ferme_pas() {
    assertThat(lire(DEMO).fermable()).isFalse();
    Mairie.refuse(
        ErreurOrganisation.COLLECTIVITE_NECESSAIRE,
        null,
        () -> {
          finir(DEMO);
          return null;
        });
  }

  @Test
  void un_administrateur_n_entre_pas_dans_la_liste_des_collectivites() {
    for (String login : List.of("chef@demo", "chef@agglo", "agent@demo")) {
      Mairie.refuse(
          ErreurOrganisation.ADMINISTRATION_INTERDITE,
          null,
          () -> mairie.lire(login, () -> collectivites().chercher("", Tranche.page(1, 50))));
      Mairie.refuse(
          ErreurOrganisation.ADMINISTRATION_INTERDITE,
          null,
          () -> mairie.lire(login, () -> collectivites().lire(AGGLO)));
      Mairie.refuse(
          ErreurOrganisation.ADMINISTRATION_INTERDITE,
          null,
          () -> mairie.lire(login, () -> collectivites().creer(neuve("prise"), "a@b.c")));
      Mairie.refuse(
          ErreurOrganisation.ADMINISTRATION_INTERDITE,
          null,
          () -> mairie.faire(login, () -> collectivites().fermer(AGGLO, 0)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-x", "a b", "a@b", "é", "a_b"})
  void un_domaine_impossible_est_refuse(String domaine) {
    Mairie.refuse(ErreurOrganisation.DOMAINE_INVALIDE, null, () -> creer(domaine));
  }

  @Test
  void un_domaine_pris_ou_une_fiche_changee_entre_temps_sont_refuses() {
    Mairie.refuse(ErreurOrganisation.DOMAINE_PRIS, null, () -> creer("AGGLO"));
    FicheCollectivite lue = lire(AGGLO);
    mairie.faire(
        "super@demo", () -> collectivites().modifier(AGGLO, lue.version(), neuve("agglo")));
    Mairie.refuse(
        ErreurOrganisation.FICHE_MODIFIEE,
        null,
        () ->
            mairie.faire(
                "super@demo",
                () -> collectivites().modifier(AGGLO, lue.version(), neuve("agglo"))));
    assertThat(lire(AGGLO).reglage().siren()).isEqualTo("123456789");
    assertThat(lire(AGGLO).reglage().domaine()).isEqualTo("agglo");
  }
}
