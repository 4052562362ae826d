package fr.paraphe.ws.soap.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IncidentsTest {

  private final AtomicLong temps = new AtomicLong();
  private final Incidents incidents = new Incidents(temps::get);

  @Test
  void une_meme_sorte_d_echec_n_a_sa_trace_que_cinq_fois_par_minute() {
    for (int i = 0; i < 5; i++) {
      assertThat(incidents.traceUtile("a")).isTrue();
    }
    assertThat(incidents.traceUtile("a")).isFalse();
    assertThat(incidents.traceUtile("b")).isTrue();
  }

  @Test
  void la_minute_suivante_la_redonne() {
    for (int i = 0; i < 50; i++) {
      incidents.traceUtile("a");
    }
    temps.addAndGet(61_000_000_000L);
    assertThat(incidents.traceUtile("a")).isTrue();
  }

  @Test
  void mille_sortes_ne_restent_pas_en_memoire() {
    for (int i = 0; i < 1000; i++) {
      assertThat(incidents.traceUtile("sorte " + i)).isTrue();
    }
  }
}
