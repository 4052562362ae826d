package fr.paraphe.dossier.modele;

import static fr.paraphe.dossier.modele.UnActe.heure;
import static fr.paraphe.dossier.modele.UnActe.par;
import static fr.paraphe.dossier.modele.UnDossier.cachet;
import static fr.paraphe.dossier.modele.UnDossier.signature;
import static fr.paraphe.dossier.modele.UnDossier.unDossier;
import static fr.paraphe.dossier.modele.UnDossier.visa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.dossier.FaitsDossier;
import fr.paraphe.dossier.Statut;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ce qui se reprend, jusqu’à quand, et ce que le dossier en garde. */
class RegleRemordsTest {

  private static List<String> historique(Dossier dossier) {
    return Publication.faits(dossier).stream()
        .filter(FaitsDossier.Ligne::visible)
        .map(f -> f.acteurNom() + " | " + f.statut().mot() + " | " + f.annotation())
        .toList();
  }

  private static UnActe claire() {
    return par("Claire Directrice").pour("DGS");
  }

  @Test
  void un_remords_apres_l_envoi_rend_un_brouillon_qui_se_renvoie() {
    Dossier dossier = unDossier().surCircuit(visa("DGS")).transmis();
    historique(dossier);
    dossier.recuperer(par("Camille Agent").a("08:10").acte());
    assertThat(dossier.etat()).isEqualTo(EtatDossier.BROUILLON);
    assertThat(dossier.emisLe()).isNull();
    assertThat(dossier.etapes().get(1).arriveeLe()).isNull();
    assertThat(historique(dossier)).containsExactly("Camille Agent | NonLu | Dossier récupéré");

    dossier.transmettre(par("Camille Agent").a("08:20").acte());
    assertThat(dossier.etat()).isEqualTo(EtatDossier.EN_COURS);
    assertThat(dossier.emisLe()).isEqualTo(heure("08:20"));
  }

  @Test
  void un_remords_apres_un_visa_remet_l_etape_a_son_bureau_sans_l_avis_repris() {
    Dossier dossier = unDossier().surCircuit(visa("DGS"), signature("Maire")).transmis();
    dossier.viser(claire().a("09:00").annotant("vu").acte());
    historique(dossier);
    dossier.recuperer(claire().a("09:05").acte());
    assertThat(dossier.statut()).isEqualTo(Statut.EN_COURS_VISA);
    assertThat(dossier.courante())
        .get()
        .extracting(Etape::bureau, Etape::decision, Etape::annotationPublique, Etape::arriveeLe)
        .containsExactly(LaMairie.bureau("DGS"), Optional.empty(), "", heure("08:05"));
    assertThat(historique(dossier))
        .containsExactly("Claire Directrice | EnCoursVisa | Dossier récupéré");
  }

  @Test
  void qui_a_repris_son_visa_avait_lu_l_emetteur_ne_reprend_plus() {
    Dossier dossier = unDossier().surCircuit(visa("DGS"), signature("Maire")).transmis();
    dossier.viser(claire().a("09:00").acte());
    dossier.recuperer(claire().a("09:05").acte());
    assertThat(dossier.courante()).get().extracting(Etape::lue).isEqualTo(true);
    assertThat(dossier.recuperable()).isEmpty();
  }

  static Stream<Arguments> tropTard() {
    return Stream.of(
        Arguments.of("brouillon", unDossier().brouillon()),
        Arguments.of("ouvert par le suivant", ouvert(unDossier().transmis())),
        Arguments.of("signé", signe(unDossier().surCircuit(signature("DGS"), visa("Maire")))),
        Arguments.of("cacheté", cachete(unDossier().surCircuit(cachet("DGS"), visa("Maire")))),
        Arguments.of("terminé", vise(unDossier().surCircuit(visa("DGS")))));
  }

  private static Dossier ouvert(Dossier dossier) {
    dossier.lire(claire().acte());
    return dossier;
  }

  private static Dossier signe(UnDossier fixture) {
    Dossier dossier = fixture.transmis();
    dossier.signer(claire().acte());
    return dossier;
  }

  private static Dossier cachete(UnDossier fixture) {
    Dossier dossier = fixture.transmis();
    dossier.cacheter(claire().acte());
    return dossier;
  }

  private static Dossier vise(UnDossier fixture) {
    Dossier dossier = fixture.transmis();
    dossier.viser(claire().acte());
    return dossier;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tropTard")
  void il_est_trop_tard_pour_un_remords(String cas, Dossier dossier) {
    assertThat(dossier.recuperable()).as(cas).isEmpty();
    assertThatThrownBy(() -> dossier.recuperer(claire().acte()))
        .isInstanceOf(NoSuchElementException.class);
  }
}
