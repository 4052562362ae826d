package fr.paraphe.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Les mots exacts que les connecteurs cherchent (soap-contract.md §D.1, §D.4). */
class StatutTest {

  @Test
  void les_statuts_sont_les_mots_du_contrat() {
    assertThat(Arrays.stream(Statut.values()).map(Statut::mot))
        .containsExactlyInAnyOrder(
            "NonLu",
            "Lu",
            "EnCoursVisa",
            "Vise",
            "Signe",
            "PretCachet",
            "CachetOK",
            "Archive",
            "RejetVisa",
            "RejetSignataire",
            "RejetCachet");
  }

  @ParameterizedTest
  @EnumSource
  void chaque_mot_se_relit(Statut statut) {
    assertThat(Statut.duMot(statut.mot())).isEqualTo(statut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonlu", "NON_LU", "Rejet", "Vise "})
  void un_mot_inconnu_est_refuse(String mot) {
    assertThatThrownBy(() -> Statut.duMot(mot)).isInstanceOf(IllegalArgumentException.class);
  }
}
