package fr.paraphe.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelegationActiveTest {

  private static final Instant DEBUT = Instant.parse("2026-03-02T09:00:00Z");

  private static DelegationActive delegation(
      Instant depuis, boolean enCours, Integer type, Integer sousType) {
    return new DelegationActive(
        1, new BureauId(1), new BureauId(2), depuis, enCours, type, sousType);
  }

  @ParameterizedTest
  @CsvSource({
    ",,true",
    "3,,true",
    "3,4,true",
    ",4,true",
    "5,,false",
    "3,5,false",
    "5,4,false",
    ",5,false"
  })
  void une_delegation_ne_couvre_que_son_type_et_son_sous_type(
      Integer type, Integer sousType, boolean couvre) {
    assertThat(delegation(DEBUT, true, type, sousType).couvre(3, 4, DEBUT)).isEqualTo(couvre);
  }

  @ParameterizedTest
  @CsvSource({
    "false,-1,false",
    "false,0,true",
    "false,1,true",
    "true,-1,true",
    "true,0,true",
    "true,1,true"
  })
  void un_dossier_arrive_avant_n_est_couvert_que_si_les_dossiers_en_cours_le_sont(
      boolean enCours, long secondes, boolean couvre) {
    assertThat(delegation(DEBUT, enCours, null, null).couvre(3, 4, DEBUT.plusSeconds(secondes)))
        .isEqualTo(couvre);
  }

  @Test
  void une_delegation_sans_debut_couvre_tout_le_passe() {
    assertThat(delegation(null, false, null, null).couvre(3, 4, Instant.EPOCH)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void un_identifiant_technique_est_positif(int valeur) {
    assertThatThrownBy(() -> new BureauId(valeur)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CollectiviteId(valeur))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UtilisateurId(valeur))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
