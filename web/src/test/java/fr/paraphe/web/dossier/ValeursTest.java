package fr.paraphe.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.MetadonneeVue;
import fr.paraphe.typologie.NatureMetadonnee;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValeursTest {
  @ParameterizedTest
  @CsvSource({
    "DATE,2026-12-24,24/12",
    "BOOLEEN,true,Oui",
    "BOOLEEN,false,Non",
    "ENTIER,42,42",
    "TEXTE,Services techniques,Services techniques",
    "URL,https://exemple.invalid/a,https://exemple.invalid/a"
  })
  void une_valeur_se_lit_selon_sa_nature(NatureMetadonnee nature, String gardee, String lue) {
    assertThat(lisible(new MetadonneeVue("x", nature, gardee))).isEqualTo(lue);
  }

  @Test
  void un_nombre_prend_la_forme_de_la_langue() {
    BigDecimal montant = new BigDecimal("18400.50");
    assertThat(Valeurs.nombre(Locale.FRENCH, montant)).isEqualTo("18\u00a0400,50");
    assertThat(Valeurs.nombre(Locale.ENGLISH, montant)).isEqualTo("18,400.50");
  }

  @ParameterizedTest
  @CsvSource({"DATE,bientôt", "ENTIER,beaucoup", "DECIMAL,'18 400 euros'"})
  void une_valeur_illisible_est_montree_telle_quelle(NatureMetadonnee nature, String gardee) {
    assertThat(lisible(new MetadonneeVue("x", nature, gardee))).isEqualTo(gardee);
  }

  private static String lisible(MetadonneeVue m) {
    return Valeurs.lisible(Locale.FRENCH, d -> d.getDayOfMonth() + "/" + d.getMonthValue(), m);
  }
}
