package fr.paraphe.web.commun;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProduitTest {

  @Test
  void l_adresse_des_sources_est_celle_que_dit_l_exploitant() {
    assertThat(Produit.adresse(" https://exemple.invalid/paraphe?v=1 "))
        .isEqualTo("https://exemple.invalid/paraphe?v=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "javascript:alert(1)",
        "/sources",
        "ftp://exemple.invalid/",
        "https://exemple.invalid/\" onclick=\"x",
        "https://",
        "https://a b"
      })
  void ce_qui_n_est_pas_une_adresse_du_web_n_est_pas_un_lien(String dite) {
    assertThat(Produit.adresse(dite)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rouge", " Bleu ", "VERT", "violet"})
  void le_bandeau_prend_une_teinte_connue(String dite) {
    assertThat(Produit.teinte(dite)).isEqualTo(dite.strip().toLowerCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jaune", "#fff", "rouge\" onclick=\"x", "rouge bleu"})
  void une_teinte_inconnue_laisse_le_bandeau_neutre(String dite) {
    assertThat(Produit.teinte(dite)).isEmpty();
  }
}
