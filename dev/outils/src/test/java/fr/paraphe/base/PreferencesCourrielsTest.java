package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.notification.ErreurNotification;
import fr.paraphe.notification.PreferencesCourriels;
import fr.paraphe.notification.ReglageCourriels;
import fr.paraphe.notification.Rythme;
import fr.paraphe.notification.TravauxBloques;
import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.socle.Tranche;
import fr.paraphe.travaux.TravailBloque;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Les deux frontières de la notification : ce que chacun règle, ce qu’un administrateur débloque.
 */
class PreferencesCourrielsTest {

  @TempDir static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    Commune.executer(
        mairie.base,
        "UPDATE utilisateur SET role = 'ADMIN' WHERE identifiant = 'dgs'; UPDATE utilisateur SET role = 'ADMIN' WHERE id = 21;"
            + " UPDATE utilisateur SET role = 'SUPER_ADMIN' WHERE identifiant = 'maire'; UPDATE utilisateur SET role = 'ADMIN_FONCTIONNEL' WHERE identifiant = 'adjoint'");
  }

  @AfterAll
  static void fermer() {
    mairie.close();
  }

  @BeforeEach
  void bloquer() {
    Commune.executer(
        mairie.base,
        "DELETE FROM travail; INSERT INTO travail (genre, collectivite_id, erreur, mort_le) VALUES"
            + " ('courriel', 1, 'boîte inconnue', now()), ('courriel', 2, 'ailleurs', now()), ('rappels', NULL, 'instance', now())");
  }

  private static ReglageCourriels lire(String login) {
    return mairie.lire(
        login, () -> mairie.atelier.bean(PreferencesCourriels.class).miens().reglage());
  }

  private static Void regler(String login, ReglageCourriels reglage) {
    return mairie.faire(
        login, () -> mairie.atelier.bean(PreferencesCourriels.class).regler(reglage));
  }

  private static ReglageCourriels quotidien(String adresse) {
    return new ReglageCourriels(
        Rythme.QUOTIDIENNE, 6, 17, DayOfWeek.FRIDAY, adresse, false, false, true);
  }

  @Test
  void chacun_regle_les_siens_et_ceux_de_personne_d_autre() {
    assertThat(lire("agent@agglo")).isEqualTo(ReglageCourriels.DEFAUT);
    regler("agent@demo", quotidien(" camille@ailleurs.fr "));
    assertThat(lire("agent@demo")).isEqualTo(quotidien("camille@ailleurs.fr"));
    assertThat(lire("agent@agglo")).isEqualTo(ReglageCourriels.DEFAUT);
    assertThat(lire("maire@demo")).isEqualTo(ReglageCourriels.DEFAUT);
  }

  @Test
  void une_adresse_qui_n_en_est_pas_une_est_refusee_et_rien_ne_change() {
    ReglageCourriels avant = lire("adjoint@demo");
    Mairie.refuse(
        ErreurNotification.ADRESSE_COURRIEL_INVALIDE,
        null,
        () -> regler("adjoint@demo", quotidien("pas une adresse")));
    assertThat(lire("adjoint@demo")).isEqualTo(avant);
  }

  @Test
  void un_compte_ferme_ne_regle_rien() {
    Mairie.refuse(ErreurOrganisation.ACTEUR_INCONNU, null, () -> lire("ferme@demo"));
  }

  private static TravauxBloques travaux() {
    return mairie.atelier.bean(TravauxBloques.class);
  }

  private static List<TravailBloque> bloques(String login) {
    return mairie.lire(login, () -> travaux().lister(Tranche.page(1, 50)).lignes());
  }

  @Test
  void un_administrateur_voit_les_travaux_de_sa_collectivite_seule() {
    assertThat(bloques("dgs@demo"))
        .extracting(TravailBloque::cause)
        .containsExactly("boîte inconnue");
    assertThat(bloques("agent@agglo")).extracting(TravailBloque::cause).containsExactly("ailleurs");
    assertThat(bloques("maire@demo"))
        .extracting(TravailBloque::cause)
        .containsExactlyInAnyOrder("boîte inconnue", "instance");
  }

  @Test
  void qui_n_administre_pas_toute_la_collectivite_ne_voit_ni_ne_touche_rien() {
    long id = bloques("dgs@demo").get(0).id();
    for (String login : List.of("agent@demo", "adjoint@demo", "ws@demo")) {
      Mairie.refuse(ErreurOrganisation.ADMINISTRATION_INTERDITE, null, () -> bloques(login));
      Mairie.refuse(
          ErreurOrganisation.ADMINISTRATION_INTERDITE,
          null,
          () -> mairie.lire(login, () -> travaux().etat()));
      Mairie.refuse(
          ErreurOrganisation.ADMINISTRATION_INTERDITE,
          null,
          () -> mairie.faire(login, () -> travaux().relancer(id, "courriel")));
      Mairie.refuse(
          ErreurOrganisation.ADMINISTRATION_INTERDITE,
          null,
          () -> mairie.faire(login, () -> travaux().abandonner(id, "courriel")));
    }
    assertThat(bloques("dgs@demo")).hasSize(1);
  }

  @Test
  void le_numero_d_un_travail_d_ailleurs_est_inconnu() {
    long id = bloques("agent@agglo").get(0).id();
    for (String login : List.of("dgs@demo", "maire@demo")) {
      Mairie.refuse(
          ErreurNotification.TRAVAIL_INCONNU,
          null,
          () -> mairie.faire(login, () -> travaux().relancer(id, "courriel")));
      Mairie.refuse(
          ErreurNotification.TRAVAIL_INCONNU,
          null,
          () -> mairie.faire(login, () -> travaux().abandonner(id, "courriel")));
    }
    assertThat(bloques("agent@agglo")).hasSize(1);
  }

  @Test
  void relancer_et_abandonner_se_disent_au_journal_d_administration_une_fois() {
    long avant =
        Commune.compter(
            mairie.base, "SELECT count(*) FROM evenement_systeme WHERE nature LIKE 'TRAVAIL_%'");
    long id = bloques("dgs@demo").get(0).id();
    mairie.faire("dgs@demo", () -> travaux().relancer(id, "courriel"));
    Mairie.refuse(
        ErreurNotification.TRAVAIL_INCONNU,
        null,
        () -> mairie.faire("dgs@demo", () -> travaux().abandonner(id, "courriel")));
    assertThat(bloques("dgs@demo")).isEmpty();
    assertThat(
            Commune.compter(
                mairie.base,
                "SELECT count(*) FROM evenement_systeme WHERE nature LIKE 'TRAVAIL_%'"))
        .isEqualTo(avant + 1);
  }
}
