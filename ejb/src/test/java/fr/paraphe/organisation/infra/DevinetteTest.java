package fr.paraphe.organisation.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevinetteTest {
  private static final Devinette DEVINETTE = new Devinette();

  @ParameterizedTest
  @ValueSource(strings = {"agrafe-cheval-pile-correct", "k7vq-t9xm-2hbd-w8rn"})
  void ce_qui_ne_se_devine_pas_passe(String choisi) {
    assertThat(DEVINETTE.resiste(choisi)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaaaaaa",
        "password1234",
        "qwertyuiop12",
        "123456789012",
        "abcabcabcabc"
      })
  void ce_qui_se_devine_est_refuse(String choisi) {
    assertThat(DEVINETTE.resiste(choisi)).isFalse();
  }
}
