package fr.paraphe.web.creation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistreTest {
  private final PiecesEnCours pieces = new PiecesEnCours();
  private final String lettre =
      pieces.garder(new Piece(987_654_321L, "lettre.pdf", "application/pdf"), 184_000);
  private final String devis = pieces.garder(new Piece(12, "devis.pdf", "application/pdf"), 9_000);

  @Test
  void le_principal_et_les_annexes_sont_separes_dans_l_ordre() {
    String registre = ligne(devis, false, ligne(lettre, true, ""));
    assertThat(Registre.choisies("[" + registre + "]", pieces, true))
        .extracting(Piece::blob)
        .containsExactly(987_654_321L);
    assertThat(Registre.choisies("[" + registre + "]", pieces, false))
        .extracting(Piece::blob)
        .containsExactly(12L);
  }

  @Test
  void un_jeton_invente_ne_designe_rien() {
    assertThat(
            Registre.choisies(
                "[" + ligne("00000000-0000-0000-0000-000000000000", true, "") + "]", pieces, true))
        .isEmpty();
  }

  @Test
  void une_piece_oubliee_ne_designe_plus_rien() {
    String registre = "[" + ligne(lettre, true, "") + "]";
    Registre.oublier(registre, pieces);
    assertThat(Registre.choisies(registre, pieces, true)).isEmpty();
    assertThat(Registre.montrer(registre, pieces)).isEqualTo("[]");
  }

  @Test
  void la_page_redessinee_retrouve_nom_et_taille() {
    assertThat(Registre.montrer("[" + ligne(lettre, true, "") + "]", pieces))
        .contains("\"nom\":\"lettre.pdf\"")
        .contains("\"taille\":184000")
        .doesNotContain("987654321");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "[", "null", "[{\"jeton\":3}]"})
  void un_registre_illisible_ne_designe_rien(String registre) {
    assertThat(Registre.choisies(registre, pieces, false)).isEmpty();
  }

  @Test
  void les_pieces_les_plus_anciennes_sont_oubliees() {
    for (int i = 0; i < 100; i++) {
      pieces.garder(new Piece(100 + i, "p" + i, "application/pdf"), 1);
    }
    assertThat(pieces.chercher(lettre)).isEmpty();
  }

  private static String ligne(String jeton, boolean principal, String avant) {
    return (avant.isEmpty() ? "" : avant + ",")
        + "{\"jeton\":\""
        + jeton
        + "\",\"principal\":"
        + principal
        + "}";
  }
}
