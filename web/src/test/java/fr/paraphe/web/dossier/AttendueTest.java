package fr.paraphe.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Action;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class AttendueTest {

  @Test
  void l_action_demandee_a_le_bouton_plein() {
    assertThat(Attendue.de(EnumSet.of(Action.LIRE, Action.REJETER, Action.SIGNER)))
        .contains(Action.SIGNER);
    assertThat(Attendue.de(EnumSet.of(Action.LIRE, Action.EFFACER, Action.ARCHIVER)))
        .contains(Action.ARCHIVER);
  }

  @Test
  void rejeter_effacer_ou_lire_n_est_jamais_mis_en_avant() {
    assertThat(Attendue.de(EnumSet.of(Action.LIRE, Action.REJETER, Action.EFFACER))).isEmpty();
    assertThat(Attendue.de(EnumSet.noneOf(Action.class))).isEmpty();
  }
}
