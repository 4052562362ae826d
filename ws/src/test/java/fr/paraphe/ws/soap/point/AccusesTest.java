package fr.paraphe.ws.soap.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Une seconde création attend de savoir ce que la première réponse est devenue. */
class AccusesTest {

  private final Accuses accuses = new Accuses();

  @Test
  void la_seconde_demande_du_meme_dossier_passe_apres_la_fin_de_la_premiere() throws Exception {
    Runnable premiere = accuses.attendre("ws\nD1");
    CompletableFuture<Runnable> seconde =
        CompletableFuture.supplyAsync(() -> accuses.attendre("ws\nD1"));
    assertThat(seconde).isNotDone();
    premiere.run();
    seconde.get(10, TimeUnit.SECONDS).run();
    accuses.attendre("ws\nD1").run();
  }

  @Test
  void deux_dossiers_differents_ne_s_attendent_pas() {
    Runnable un = accuses.attendre("ws\nD1");
    accuses.attendre("ws\nD2").run();
    un.run();
  }
}
