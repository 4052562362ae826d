package fr.paraphe.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AffichageTest {

  @ParameterizedTest
  @CsvSource({
    "clair,normal,normal,confortable,fr",
    "sombre,renforce,grand,compacte,en",
    "systeme,normal,tres-grand,confortable,fr"
  })
  void les_mots_de_la_feuille_de_jetons_sont_gardes(
      String theme, String contraste, String taille, String densite, String langue) {
    Affichage a = new Affichage(theme, contraste, taille, densite, langue);
    assertThat(a)
        .extracting(
            Affichage::theme,
            Affichage::contraste,
            Affichage::taille,
            Affichage::densite,
            Affichage::langue)
        .containsExactly(theme, contraste, taille, densite, langue);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "CLAIR", "de", "\"><script>", "sombre "})
  void un_mot_inconnu_devient_celui_par_defaut(String mot) {
    assertThat(new Affichage(mot, mot, mot, mot, mot)).isEqualTo(Affichage.DEFAUT);
  }

  @Test
  void le_mot_d_un_reglage_ne_vaut_pas_pour_un_autre() {
    assertThat(new Affichage("renforce", "grand", "compacte", "en", "clair"))
        .isEqualTo(Affichage.DEFAUT);
  }
}
