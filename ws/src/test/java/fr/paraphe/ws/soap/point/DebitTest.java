package fr.paraphe.ws.soap.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DebitTest {

  private static final long SECONDE = 1_000_000_000L;

  private final AtomicLong temps = new AtomicLong();
  private final Debit debit = new Debit(10, temps::get);

  private int servis(String compte, int demandes) {
    int servis = 0;
    for (int i = 0; i < demandes; i++) {
      servis += debit.prendre(compte) ? 1 : 0;
    }
    return servis;
  }

  @Test
  void un_compte_a_deux_secondes_d_avance_puis_rien() {
    assertThat(servis("ws", 100)).isEqualTo(20);
    assertThat(debit.prendre("ws")).isFalse();
  }

  @Test
  void le_debit_revient_avec_le_temps_sans_depasser_l_avance() {
    servis("ws", 100);
    temps.addAndGet(SECONDE);
    assertThat(servis("ws", 100)).isEqualTo(10);
    temps.addAndGet(3600 * SECONDE);
    assertThat(servis("ws", 100)).isEqualTo(20);
  }

  @Test
  void un_compte_presse_n_en_gene_aucun_autre() {
    servis("ws", 1000);
    assertThat(debit.prendre("autre")).isTrue();
  }

  @Test
  void un_refus_ne_coute_rien() {
    servis("ws", 10_000);
    temps.addAndGet(SECONDE / 10);
    assertThat(debit.prendre("ws")).isTrue();
  }
}
