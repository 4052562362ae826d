package fr.paraphe.web.commun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource({
    "fr,2026-12-01,1 déc.,1er déc.",
    "fr,2026-12-01,mardi 1 décembre 2026,mardi 1er décembre 2026",
    "fr,2026-12-11,11 déc.,11 déc.",
    "fr,2026-12-21,21 déc.,21 déc.",
    "en,2026-12-01,1 Dec,1 Dec"
  })
  void le_premier_du_mois_s_ecrit_1er_en_francais(
      String langue, LocalDate date, String brut, String ecrit) {
    assertThat(Dates.premier(Locale.forLanguageTag(langue), date, brut)).isEqualTo(ecrit);
  }
}
