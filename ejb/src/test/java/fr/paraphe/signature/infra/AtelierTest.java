package fr.paraphe.signature.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtelierTest {

  @TempDir Path tmp;

  @BeforeEach
  void installer() {
    System.setProperty("paraphe.tmp", tmp.resolve("tmp").toString());
  }

  @Test
  void un_atelier_est_a_soi_seul_et_s_efface_avec_ce_qu_il_contient() throws IOException {
    Path dossier;
    try (Atelier atelier = new Atelier()) {
      dossier = atelier.dossier();
      Files.writeString(dossier.resolve("document.pdf"), "en clair");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dossier)))
          .isEqualTo("rwx------");
    }
    assertThat(dossier).doesNotExist();
  }

  /** Ce que laisse un processus tué : un atelier jamais fermé. */
  @Test
  void les_restes_d_un_arret_brutal_s_effacent_et_rien_d_autre() throws IOException {
    Path reste = new Atelier().dossier();
    Files.writeString(reste.resolve("document.pdf"), "en clair");
    Path autre = Files.writeString(tmp.resolve("tmp/autre"), "à quelqu’un d’autre");

    Atelier.effacerRestes();

    assertThat(reste).doesNotExist();
    assertThat(autre).exists();
  }

  @Test
  void sans_dossier_de_travail_il_n_y_a_rien_a_effacer() throws IOException {
    System.setProperty("paraphe.tmp", tmp.resolve("absent").toString());

    Atelier.effacerRestes();

    assertThat(tmp.resolve("absent")).doesNotExist();
  }
}
