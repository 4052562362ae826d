package fr.paraphe.socle.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ControleSchemaTest {

  @Test
  void la_version_attendue_est_celle_de_la_derniere_migration() throws IOException {
    try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(migrations.map(m -> m.getFileName().toString().substring(1, 5)).sorted().toList())
          .doesNotHaveDuplicates()
          .last()
          .isEqualTo(ControleSchema.ATTENDUE);
    }
  }
}
