package fr.paraphe.recette.fautes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.outils.controle.Fsck;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Le serveur est tué net (kill -9) à cinq instants tirés au sort d’un lot de cent dépôts et de
 * leurs cent visas (quality.md T-01, I1 à I6, I10).
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class ArretBrutalIT {

  private static final int ARRETS = 5;
  private static final int LOT = 100;
  private static final int ACTES_MAX = 36;
  private static final int DELAI_MAX_MS = 80;

  private static Ville ville;

  @BeforeAll
  static void ouvrir() {
    ville = Ville.debout();
  }

  @Test
  void ce_qui_est_acquitte_reste_une_fois_et_rien_ne_reste_a_moitie() throws Exception {
    long graine = Long.getLong("recette.graine", System.nanoTime());
    Random hasard = new Random(graine);
    Lot lot = new Lot(ville, "Arret " + graine, LOT);
    for (int arret = 0; arret < ARRETS; arret++) {
      lot.jouerJusquA(1 + hasard.nextInt(ACTES_MAX), hasard.nextInt(DELAI_MAX_MS));
      ville.produit().instance().ouvrirServeur();
      lot.verifier(graine);
    }
    lot.finir();
    lot.verifier(graine);
    assertThat(lot.reste()).as("graine %d", graine).isZero();
    assertThat(ville.lignes("SELECT etat FROM dossier WHERE titre LIKE ?", lot.titres()))
        .as("graine %d : un dossier par dépôt, tous visés", graine)
        .hasSize(LOT)
        .allMatch("TERMINE"::equals);
    List<String> fautes = Fsck.fautes(ville.produit().instance().proprietaire());
    assertThat(fautes).as("graine %d", graine).isEmpty();
  }
}
