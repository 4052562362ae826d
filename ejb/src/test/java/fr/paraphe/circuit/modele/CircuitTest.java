package fr.paraphe.circuit.modele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.Designation;
import fr.paraphe.circuit.ErreurCircuit;
import fr.paraphe.circuit.EtapeDesignee;
import fr.paraphe.circuit.EtapeDessinee;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.circuit.Exigences;
import fr.paraphe.circuit.Manque;
import fr.paraphe.circuit.Mode;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.ErreurMetier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** La hiérarchie des essais : 1 (courrier) → 2 (DGS) → 3 (maire), qui n’a pas de supérieur. */
class CircuitTest {

  private static final BureauId COURRIER = new BureauId(1);
  private static final BureauId DGS = new BureauId(2);
  private static final BureauId MAIRE = new BureauId(3);

  private static final Function<BureauId, Optional<BureauId>> CHEF =
      bureau -> Optional.ofNullable(Map.of(COURRIER, DGS, DGS, MAIRE).get(bureau));

  private final Circuit circuit = new Circuit(1, "Actes");

  private ErreurMetier refus() {
    return catchThrowableOfType(ErreurMetier.class, () -> circuit.resoudre(COURRIER, CHEF));
  }

  private static EtapeResolue etape(ActionDemandee action, BureauId bureau) {
    return new EtapeResolue(action, bureau);
  }

  @Test
  void un_circuit_sans_etape_finit_aussitot_sur_le_bureau_emetteur() {
    assertThat(circuit.resoudre(COURRIER, CHEF))
        .containsExactly(etape(ActionDemandee.ARCHIVAGE, COURRIER));
  }

  @Test
  void chaque_designation_donne_son_bureau_et_la_fin_revient_a_l_emetteur() {
    circuit.ajouter(ActionDemandee.VISA, Designation.EMETTEUR, null);
    circuit.ajouter(ActionDemandee.SIGNATURE, Designation.BUREAU, 3);
    assertThat(circuit.resoudre(COURRIER, CHEF))
        .containsExactly(
            etape(ActionDemandee.VISA, COURRIER),
            etape(ActionDemandee.SIGNATURE, MAIRE),
            etape(ActionDemandee.ARCHIVAGE, COURRIER));
  }

  @Test
  void la_chaine_des_chefs_monte_d_un_degre_a_chaque_etape() {
    circuit.ajouter(ActionDemandee.VISA, Designation.CHEF_DE, null);
    circuit.ajouter(ActionDemandee.SIGNATURE, Designation.CHEF_DE, null);
    assertThat(circuit.resoudre(COURRIER, CHEF))
        .startsWith(etape(ActionDemandee.VISA, DGS), etape(ActionDemandee.SIGNATURE, MAIRE));
  }

  @Test
  void le_chef_est_celui_de_l_etape_precedente_pas_celui_de_l_emetteur() {
    circuit.ajouter(ActionDemandee.VISA, Designation.BUREAU, 2);
    circuit.ajouter(ActionDemandee.CACHET, Designation.CHEF_DE, null);
    assertThat(circuit.resoudre(MAIRE, CHEF))
        .startsWith(etape(ActionDemandee.VISA, DGS), etape(ActionDemandee.CACHET, MAIRE));
  }

  @Test
  void sans_superieur_le_circuit_est_refuse_et_le_dit() {
    circuit.ajouter(ActionDemandee.VISA, Designation.BUREAU, 3);
    circuit.ajouter(ActionDemandee.VISA, Designation.CHEF_DE, null);
    assertThat(refus().code()).isEqualTo(ErreurCircuit.SANS_SUPERIEUR);
    assertThat(refus())
        .hasMessage(
            "Le circuit « Actes » passe par un supérieur hiérarchique, et un de ses bureaux n’en a pas.");
  }

  @Test
  void une_chaine_trop_longue_est_refusee() {
    for (int i = 0; i < 3; i++) {
      circuit.ajouter(ActionDemandee.VISA, Designation.CHEF_DE, null);
    }
    assertThat(refus().code()).isEqualTo(ErreurCircuit.SANS_SUPERIEUR);
  }

  @Test
  void un_bureau_variable_qui_n_est_pas_choisi_est_refuse() {
    circuit.ajouter(ActionDemandee.VISA, Designation.VARIABLE, null);
    assertThat(refus().code()).isEqualTo(ErreurCircuit.DESIGNATION_NON_RESOLUE);
    assertThat(refus()).hasMessageContaining("« Actes »").hasMessageContaining("bureau variable");
  }

  @Test
  void les_bureaux_choisis_servent_les_etapes_variables_dans_l_ordre() {
    circuit.ajouter(ActionDemandee.VISA, Designation.VARIABLE, null);
    circuit.ajouter(ActionDemandee.VISA, Designation.CHEF_DE, null);
    circuit.ajouter(ActionDemandee.SIGNATURE, Designation.VARIABLE, null);
    assertThat(circuit.resoudre(MAIRE, List.of(COURRIER, MAIRE), CHEF))
        .startsWith(
            etape(ActionDemandee.VISA, COURRIER),
            etape(ActionDemandee.VISA, DGS),
            etape(ActionDemandee.SIGNATURE, MAIRE));
  }

  @Test
  void un_bureau_variable_de_trop_est_refuse() {
    circuit.ajouter(ActionDemandee.VISA, Designation.VARIABLE, null);
    ErreurMetier refus =
        catchThrowableOfType(
            ErreurMetier.class, () -> circuit.resoudre(COURRIER, List.of(DGS, MAIRE), CHEF));
    assertThat(refus.code()).isEqualTo(ErreurCircuit.VARIABLES_EN_TROP);
  }

  @Test
  void le_chef_d_un_bureau_variable_reste_inconnu_jusqu_au_choix() {
    circuit.ajouter(ActionDemandee.VISA, Designation.VARIABLE, null);
    circuit.ajouter(ActionDemandee.SIGNATURE, Designation.CHEF_DE, null);
    assertThat(circuit.designer(COURRIER, List.of(), CHEF))
        .extracting(EtapeDesignee::manque)
        .containsExactly(Manque.VARIABLE_A_CHOISIR, Manque.PRECEDENT_INCONNU, null);
    assertThat(circuit.designer(COURRIER, List.of(DGS), CHEF))
        .extracting(EtapeDesignee::bureau)
        .containsExactly(DGS, MAIRE, COURRIER);
    assertThat(circuit.designer(COURRIER, List.of(MAIRE), CHEF))
        .extracting(EtapeDesignee::manque)
        .containsExactly(null, Manque.SANS_SUPERIEUR, null);
  }

  @Test
  void les_bureaux_d_une_etape_parallele_se_suivent_et_le_chef_est_celui_du_premier() {
    circuit.ajouter(
        new EtapeDessinee(
            ActionDemandee.VISA,
            Designation.BUREAU,
            List.of(COURRIER, MAIRE),
            Mode.ET,
            1,
            Exigences.AUCUNE));
    circuit.ajouter(ActionDemandee.SIGNATURE, Designation.CHEF_DE, null);
    assertThat(circuit.resoudre(MAIRE, CHEF))
        .startsWith(
            new EtapeResolue(ActionDemandee.VISA, COURRIER, Mode.ET, 0, 1),
            new EtapeResolue(ActionDemandee.VISA, MAIRE, Mode.ET, 1, 1),
            etape(ActionDemandee.SIGNATURE, DGS));
  }

  @Test
  void les_exigences_suivent_l_etape_et_l_emetteur_prevenu_est_nomme() {
    Exigences modele = new Exigences(List.of("montant"), List.of("motif"), List.of(DGS), true);
    circuit.ajouter(
        new EtapeDessinee(
            ActionDemandee.VISA, Designation.EMETTEUR, List.of(), Mode.SEUL, null, modele));
    assertThat(circuit.resoudre(COURRIER, CHEF).get(0).exigences())
        .isEqualTo(
            new Exigences(List.of("montant"), List.of("motif"), List.of(DGS, COURRIER), false));
    assertThat(circuit.resoudre(DGS, CHEF).get(0).exigences().notifies()).containsExactly(DGS);
  }

  @ParameterizedTest
  @EnumSource(
      value = ActionDemandee.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"VISA", "SIGNATURE", "CACHET"})
  void une_etape_que_cette_version_ne_traite_pas_est_refusee_par_son_nom(ActionDemandee action) {
    circuit.ajouter(action, Designation.EMETTEUR, null);
    assertThat(refus().code()).isEqualTo(ErreurCircuit.ETAPE_NON_DISPONIBLE);
    assertThat(refus()).hasMessageContaining("(" + action + ")");
  }

  @ParameterizedTest
  @EnumSource(ActionDemandee.class)
  void seuls_le_brouillon_le_retour_et_la_fin_ne_sont_pas_a_traiter(ActionDemandee action) {
    boolean attente =
        switch (action) {
          case EMISSION, CORRECTION, ARCHIVAGE -> true;
          default -> false;
        };
    assertThat(action.aTraiter()).isNotEqualTo(attente);
    assertThat(action.exigeCertificat()).isEqualTo(action == ActionDemandee.SIGNATURE);
  }
}
