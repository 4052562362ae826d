package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Les étapes parallèles en base : les corbeilles, l’historique, et fsck qui rejoue le tout. */
class EtapesParallelesTest {

  @TempDir static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
    mairie.sql(
        """
        INSERT INTO circuit (id, collectivite_id, nom) VALUES (90, 1, 'ensemble'), (91, 1, 'l’un ou l’autre');
        INSERT INTO etape_modele (id, collectivite_id, circuit_id, rang, creneau, mode, action, designation, bureau_id) VALUES
          (90, 1, 90, 1, 0, 'ET', 'VISA', 'BUREAU', 12), (91, 1, 90, 1, 1, 'ET', 'VISA', 'BUREAU', 13),
          (92, 1, 91, 1, 0, 'OU', 'VISA', 'BUREAU', 12), (93, 1, 91, 1, 1, 'OU', 'VISA', 'BUREAU', 13);
        INSERT INTO sous_type (id, collectivite_id, type_id, nom, circuit_id) VALUES
          (90, 1, 1, 'ensemble', 90), (91, 1, 1, 'concurrent', 91)
        """);
  }

  @AfterAll
  static void fermer() throws Exception {
    mairie.fermerSaine();
  }

  private static IdentifiantDossier deposer(String sousType, String id) {
    return mairie.deposer("ws@demo", "Courrier", sousType, id, "").identifiant();
  }

  private static Void viser(String login, IdentifiantDossier id) {
    return mairie.faire(login, () -> mairie.instruction().viser(id, Avis.SANS));
  }

  private static List<String> aTraiter(String login, fr.paraphe.organisation.BureauId bureau) {
    return mairie.bannette(login, bureau, Bannette.A_TRAITER);
  }

  private static List<String> histoire(IdentifiantDossier id) {
    return mairie.lire("ws@demo", () -> mairie.consultation().historique(id)).stream()
        .map(l -> l.statut().mot() + " " + l.annotation())
        .toList();
  }

  @Test
  void ensemble_le_dossier_attend_chez_chacun_jusqu_a_la_derniere_decision() {
    IdentifiantDossier id = deposer("ensemble", "ensemble-1");
    assertThat(aTraiter("dgs@demo", Mairie.DGS)).contains(id.valeur());
    assertThat(aTraiter("maire@demo", Mairie.MAIRE)).contains(id.valeur());
    assertThat(mairie.bannette("ws@demo", Mairie.WS, Bannette.EN_COURS))
        .satisfies(b -> assertThat(Collections.frequency(b, id.valeur())).isOne());

    viser("maire@demo", id);

    assertThat(aTraiter("maire@demo", Mairie.MAIRE)).doesNotContain(id.valeur());
    assertThat(aTraiter("dgs@demo", Mairie.DGS)).contains(id.valeur());
    assertThat(histoire(id))
        .last()
        .isEqualTo("EnCoursVisa Dossier déposé sur le bureau DGS pour Visa");
    Mairie.refuse(ErreurDossier.DEJA_TRAITE, null, () -> viser("maire@demo", id));

    viser("dgs@demo", id);
    assertThat(histoire(id)).last().isEqualTo("Archive Circuit terminé, dossier archivable");
  }

  @Test
  void l_un_ou_l_autre_la_premiere_decision_libere_le_second() {
    IdentifiantDossier id = deposer("concurrent", "concurrent-1");
    viser("dgs@demo", id);
    assertThat(aTraiter("maire@demo", Mairie.MAIRE)).doesNotContain(id.valeur());
    Mairie.refuse(ErreurDossier.DEJA_TRAITE, null, () -> viser("maire@demo", id));
    assertThat(histoire(id)).last().isEqualTo("Archive Circuit terminé, dossier archivable");
  }

  @Test
  void un_rejet_parmi_plusieurs_revient_a_l_emetteur_et_libere_les_autres() {
    IdentifiantDossier id = deposer("ensemble", "ensemble-2");
    mairie.faire("dgs@demo", () -> mairie.instruction().rejeter(id, Avis.publique("Non")));
    assertThat(aTraiter("maire@demo", Mairie.MAIRE)).doesNotContain(id.valeur());
    assertThat(mairie.bannette("ws@demo", Mairie.WS, Bannette.RETOURNES)).contains(id.valeur());
    Mairie.refuse(null, null, () -> viser("maire@demo", id));
  }
}
