package fr.paraphe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Un fichier tient en 400 lignes, une méthode en 40, ses paramètres sont six au plus. */
class MesureDesSourcesTest {

  @TempDir private Path atelier;

  private static List<Path> sources(String module) throws IOException {
    Path racine = Path.of("..", module, "src", "main", "java");
    try (Stream<Path> chemins = Files.walk(racine)) {
      return chemins.filter(c -> c.toString().endsWith(".java")).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ejb", "web", "ws", "ear/royaume", "dev/outils"})
  void les_sources_tiennent_les_mesures(String module) throws IOException {
    assertThat(sources(module)).isNotEmpty();
    assertThat(Mesure.depassements(sources(module))).isEmpty();
  }

  private List<String> mesurer(String corps) throws IOException {
    Path fichier = atelier.resolve("Essai.java");
    Files.writeString(fichier, corps);
    return Mesure.depassements(List.of(fichier));
  }

  private static String lignes(int nombre) {
    return "\n".repeat(nombre);
  }

  @ParameterizedTest
  @CsvSource({"39,0", "40,0", "41,1"})
  void une_methode_de_plus_de_quarante_lignes_est_attrapee(int hauteur, int fautes)
      throws IOException {
    assertThat(mesurer("class Essai { void m() {" + lignes(hauteur - 1) + "} }"))
        .hasSize(fautes)
        .allMatch(f -> f.equals("Essai.java.m : 41 lignes de corps"));
  }

  @ParameterizedTest
  @CsvSource({"400,0", "401,1"})
  void un_fichier_de_plus_de_quatre_cents_lignes_est_attrape(int hauteur, int fautes)
      throws IOException {
    assertThat(mesurer("class Essai {" + lignes(hauteur - 1) + "}")).hasSize(fautes);
  }

  @ParameterizedTest
  @CsvSource({"6,0", "7,1"})
  void plus_de_six_parametres_sont_attrapes(int nombre, int fautes) throws IOException {
    assertThat(mesurer("class Essai { void m(" + parametres(nombre) + ") {} }")).hasSize(fautes);
    assertThat(mesurer("class Essai { Essai(" + parametres(nombre) + ") {} }")).hasSize(fautes);
  }

  @Test
  void un_record_et_un_constructeur_injecte_en_sont_dispenses_pas_leurs_methodes()
      throws IOException {
    assertThat(mesurer("record Essai(" + parametres(9) + ") {}")).isEmpty();
    assertThat(mesurer("class Essai { @Inject Essai(" + parametres(9) + ") {} }")).isEmpty();
    assertThat(mesurer("record Essai(int a) { void m(" + parametres(9) + ") {} }")).hasSize(1);
  }

  private static String parametres(int nombre) {
    return IntStream.range(0, nombre).mapToObj(i -> "int p" + i).collect(Collectors.joining(", "));
  }
}
