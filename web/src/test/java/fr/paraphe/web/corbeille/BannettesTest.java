package fr.paraphe.web.corbeille;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.Pastilles;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BannettesTest {
  private final Bannettes bannettes = new Bannettes();

  @Test
  void a_zero_seule_la_bleue_reste() {
    assertThat(bannettes.montrees(new Pastilles(0, 0, 0, 0, 0, 0)))
        .containsExactly(Bannette.A_TRAITER);
    assertThat(bannettes.montrees(new Pastilles(0, 0, 2, 0, 0, 1)))
        .containsExactly(Bannette.A_TRAITER, Bannette.RETOURNES, Bannette.DELEGUES);
  }

  @Test
  void les_six_couleurs_sont_celles_que_la_ville_connait() {
    assertThat(bannettes.couleur(Bannette.EN_RETARD)).isEqualTo("rouge");
    assertThat(bannettes.couleur(Bannette.FIN_DE_PARCOURS)).isEqualTo("vert");
    assertThat(bannettes.couleur(Bannette.RETOURNES)).isEqualTo("noir");
    assertThat(bannettes.couleur(Bannette.A_TRANSMETTRE)).isEqualTo("orange");
    assertThat(bannettes.couleur(Bannette.A_TRAITER)).isEqualTo("bleu");
    assertThat(bannettes.couleur(Bannette.DELEGUES)).isEqualTo("violet");
  }

  @Test
  void deux_pastilles_n_ont_jamais_la_meme_forme() {
    assertThat(Arrays.stream(Bannette.values()).filter(Bannette::aPastille).map(bannettes::icone))
        .hasSize(6)
        .doesNotHaveDuplicates()
        .doesNotContainNull();
  }
}
