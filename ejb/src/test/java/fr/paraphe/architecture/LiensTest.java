package fr.paraphe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ce que les textes du dépôt désignent existe : liens, titres, chemins cités. */
class LiensTest {

  private static final Path DEPOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path atelier;

  @Test
  void tout_ce_que_la_documentation_designe_existe() throws IOException {
    List<Path> textes = new ArrayList<>();
    for (String nom :
        List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "MISE-A-JOUR.md")) {
      textes.add(DEPOT.resolve(nom));
    }
    try (Stream<Path> docs = Files.walk(DEPOT.resolve("docs"))) {
      docs.filter(f -> f.toString().endsWith(".md")).forEach(textes::add);
    }
    assertThat(textes).hasSizeGreaterThan(20).allMatch(Files::exists);
    assertThat(Liens.morts(DEPOT, textes)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](absent.md)",
        "[a](docs/autre.md#absent)",
        "[a](#absent)",
        "![a](absent.png)",
        "<img src=\"absent.png\" alt=\"a\">",
        "[a](docs/autre.md#titre-de-bloc)",
        "Voir `dev/absent.cli`.",
        "Voir `.ci/absent`."
      })
  void un_lien_mort_est_attrape(String texte) throws IOException {
    assertThat(lire(texte)).hasSize(1).allMatch(m -> m.startsWith("LISEZ.md : "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](docs/autre.md)",
        "[a](docs/)",
        "[a](docs/autre.md#où-sont-les-clés-)",
        "[a](docs/autre.md#même-titre-1)",
        "[a](#ici)",
        "[a](https://exemple.invalid/absent#rien)",
        "[a](mailto:a@exemple.invalid)",
        "Voir `docs/autre.md`, `data/pg`, `ear/target/paraphe.ear` et `a](absent)`.",
        "```\n[a](absent.md)\n`dev/absent`\n```"
      })
  void un_lien_vif_ne_l_est_pas(String texte) throws IOException {
    assertThat(lire(texte)).isEmpty();
  }

  private List<String> lire(String texte) throws IOException {
    Files.createDirectories(atelier.resolve("docs"));
    Files.writeString(
        atelier.resolve("docs/autre.md"),
        "# Où sont les clés ?\n## Même titre\n## Même titre\n```\n# Titre de bloc\n```\n");
    Path lisez = Files.writeString(atelier.resolve("LISEZ.md"), "# Ici\n\n" + texte + "\n");
    return Liens.morts(atelier, List.of(lisez));
  }
}
