package fr.paraphe.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispositionTest {

  @Test
  void un_nom_accentue_est_donne_sous_ses_deux_formes() {
    assertThat(Disposition.de(true, "Arrêté d’été.pdf"))
        .isEqualTo(
            "inline; filename=\"Arrete d_ete.pdf\"; filename*=UTF-8''Arr%C3%AAt%C3%A9%20d%E2%80%99%C3%A9t%C3%A9.pdf");
  }

  @Test
  void une_virgule_ou_un_guillemet_ne_coupe_pas_l_en_tete() {
    assertThat(Disposition.de(false, "a,b;c\"d\r\nX: y.pdf"))
        .startsWith("attachment; filename=\"a_b_c_d__X_ y.pdf\"")
        .doesNotContain("\n")
        .doesNotContain("\r");
  }
}
