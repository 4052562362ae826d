package fr.paraphe.web.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueSoapTest {

  @Test
  void chaque_phrase_montree_est_celle_de_la_documentation() throws Exception {
    String documentation =
        Files.readString(Path.of("../docs/contrat-soap.md"))
            .replace("<DossierTitre ou DossierID>", "<DossierTitre>");
    assertThat(CatalogueSoap.MESSAGES)
        .hasSize(12)
        .allSatisfy(m -> assertThat(documentation).contains(m.phrase()));
  }
}
