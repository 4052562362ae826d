package fr.paraphe.web.corbeille;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Bannette;
import fr.paraphe.dossier.Tri;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContexteTest {

  @Test
  void une_adresse_relue_redonne_la_meme_liste() {
    Contexte c =
        new Contexte(
            3, Bannette.FIN_DE_PARCOURS, Tri.BUREAU_EMETTEUR, true, true, true, "été & hiver", 4);
    assertThat(lire(c.question())).isEqualTo(c);
  }

  @Test
  void les_valeurs_par_defaut_ne_sont_pas_ecrites() {
    assertThat(lire("bureau=3").question()).isEqualTo("bureau=3&bannette=a-traiter");
  }

  @Test
  void une_valeur_illisible_prend_sa_valeur_par_defaut() {
    Contexte c = lire("bureau=x&bannette=nulle&tri=;drop&sens=haut&page=-2");
    assertThat(c)
        .isEqualTo(
            new Contexte(0, Bannette.A_TRAITER, Tri.DATE_LIMITE, false, false, false, "", 1));
    assertThat(c.connu()).isFalse();
    assertThat(c.question()).isEmpty();
  }

  @Test
  void changer_de_bannette_retire_les_filtres_et_garde_le_tri() {
    Contexte c =
        new Contexte(3, Bannette.A_TRAITER, Tri.TITRE, true, true, true, "x", 4)
            .versBannette(Bannette.RETOURNES);
    assertThat(c)
        .isEqualTo(new Contexte(3, Bannette.RETOURNES, Tri.TITRE, true, false, false, "", 1));
    assertThat(c.filtre()).isFalse();
  }

  @Test
  void filtrer_ramene_a_la_premiere_page() {
    assertThat(lire("bureau=3&page=7").basculerRetard().page()).isEqualTo(1);
    assertThat(lire("bureau=3&page=7").basculerRetard().basculerRetard().retard()).isFalse();
  }

  private static Contexte lire(String question) {
    Map<String, String> parametres =
        java.util.Arrays.stream(question.split("&"))
            .map(p -> p.split("=", 2))
            .collect(java.util.stream.Collectors.toMap(p -> p[0], p -> decoder(p[1])));
    return Contexte.lire(parametres::get);
  }

  private static String decoder(String valeur) {
    return java.net.URLDecoder.decode(valeur, java.nio.charset.StandardCharsets.UTF_8);
  }
}
