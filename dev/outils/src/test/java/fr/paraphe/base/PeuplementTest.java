package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.outils.banc.Peuplement;
import fr.paraphe.outils.controle.Fsck;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Le peuplement du banc donne une base que les contrôles acceptent et que le produit sait lire. */
class PeuplementTest {

  @TempDir Path donnees;

  @Test
  void une_base_peuplee_concorde_et_ne_se_peuple_qu_une_fois() throws Exception {
    try (Mairie mairie = Mairie.ouvrir(donnees)) {
      Commune.executer(mairie.base, "SELECT setval('seq_organisation', 1000)");
      new Peuplement(mairie.base, phrase -> {}).peupler(200, 60);
      new Peuplement(mairie.base, phrase -> {}).peupler(200, 60);

      assertThat(Commune.compter(mairie.base, "SELECT count(*) FROM dossier")).isEqualTo(260);
      assertThat(Commune.compter(mairie.base, "SELECT count(*) FROM tache")).isEqualTo(60);
      assertThat(Commune.compter(mairie.base, "SELECT count(*) FROM collectivite")).isEqualTo(51);
      assertThat(Fsck.fautes(mairie.base)).isEmpty();
      assertThat(
              mairie.lire(
                  "ws@demo",
                  () -> mairie.consultation().historique(new IdentifiantDossier("BANC-0000004"))))
          .hasSize(7);
      assertThat(mairie.deposer("ws@demo", "Visa", "simple", "apres-le-peuplement", "").rejoue())
          .isFalse();
    }
  }
}
