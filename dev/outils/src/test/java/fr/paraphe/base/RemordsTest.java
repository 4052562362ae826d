package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.FicheDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Le droit de remords par les frontières, et les bannettes qui y mènent. */
class RemordsTest {

  @TempDir static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
  }

  @AfterAll
  static void fermer() throws Exception {
    mairie.fermerSaine();
  }

  @Test
  void un_remords_remet_le_dossier_chez_qui_l_a_vise_tant_que_le_suivant_ne_l_a_pas_ouvert() {
    IdentifiantDossier id =
        mairie.deposer("ws@demo", "Courrier", "simple", "remords-1", "").identifiant();
    assertThat(mairie.bannette("ws@demo", Mairie.WS, Bannette.RECUPERABLES)).contains(id.valeur());
    mairie.faire("dgs@demo", () -> mairie.instruction().viser(id, Avis.publique("Trop vite")));
    assertThat(mairie.bannette("ws@demo", Mairie.WS, Bannette.RECUPERABLES))
        .doesNotContain(id.valeur());
    assertThat(mairie.bannette("dgs@demo", Mairie.DGS, Bannette.RECUPERABLES))
        .contains(id.valeur());
    assertThat(mairie.bannette("dgs@demo", Mairie.DGS, Bannette.TRAITES)).contains(id.valeur());
    assertThat(mairie.bannette("ws@demo", Mairie.WS, Bannette.EN_COURS)).contains(id.valeur());

    mairie.faire("dgs@demo", () -> mairie.instruction().recuperer(id, Avis.SANS));

    assertThat(mairie.bannette("dgs@demo", Mairie.DGS, Bannette.A_TRAITER)).contains(id.valeur());
    assertThat(mairie.bannette("maire@demo", Mairie.MAIRE, Bannette.A_TRAITER))
        .doesNotContain(id.valeur());
    assertThat(mairie.lire("ws@demo", () -> mairie.consultation().historique(id)))
        .extracting(l -> l.statut().mot() + " | " + l.acteur() + " | " + l.annotation())
        .last()
        .isEqualTo("EnCoursVisa | Claire Directrice | Dossier récupéré");

    mairie.faire("dgs@demo", () -> mairie.instruction().viser(id, Avis.SANS));
    mairie.faire("maire@demo", () -> mairie.instruction().marquerLu(id));
    assertThat(mairie.bannette("dgs@demo", Mairie.DGS, Bannette.RECUPERABLES))
        .doesNotContain(id.valeur());
    Mairie.refuse(
        ErreurDossier.ACTION_INTERDITE,
        null,
        () -> acte("dgs@demo", () -> mairie.instruction().recuperer(id, Avis.SANS)));
  }

  @Test
  void l_emetteur_seul_reprend_ce_qu_il_a_emis_une_fois_et_avant_toute_lecture() {
    IdentifiantDossier id =
        mairie.deposer("ws@demo", "Courrier", "simple", "remords-2", "").identifiant();
    Mairie.refuse(
        ErreurDossier.ACTION_INTERDITE,
        null,
        () -> acte("dgs@demo", () -> mairie.instruction().recupererEmis(id)));
    Mairie.refuse(
        ErreurDossier.INTROUVABLE,
        "Dossier remords-2 introuvable.",
        () -> acte("agent@agglo", () -> mairie.instruction().recupererEmis(id)));

    mairie.faire("ws@demo", () -> mairie.instruction().recupererEmis(id));

    FicheDossier fiche = mairie.lire("ws@demo", () -> mairie.consultation().fiche(id));
    assertThat(fiche.etat()).isEqualTo(EtatDossier.BROUILLON);
    assertThat(mairie.bannette("ws@demo", Mairie.WS, Bannette.A_TRANSMETTRE)).contains(id.valeur());
    Mairie.refuse(
        ErreurDossier.NON_EMIS,
        "Le dossierID 'remords-2' n'a pas été émis.",
        () -> acte("ws@demo", () -> mairie.instruction().recupererEmis(id)));

    mairie.faire("ws@demo", () -> mairie.instruction().transmettre(id, Avis.SANS));
    mairie.faire("dgs@demo", () -> mairie.instruction().marquerLu(id));
    Mairie.refuse(
        ErreurDossier.NON_RECUPERABLE,
        null,
        () -> acte("ws@demo", () -> mairie.instruction().recupererEmis(id)));
  }

  private static Object acte(String login, Runnable acte) {
    mairie.faire(login, acte);
    return login;
  }
}
