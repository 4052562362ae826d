package fr.paraphe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Ce qui vient d’autrui est tel qu’il a été publié (web/TIERS.md). */
class TiersTest {

  @Test
  void forge_est_celui_que_le_paquet_publie() throws IOException, GeneralSecurityException {
    byte[] fichier =
        Files.readAllBytes(Path.of("src/main/webapp/statique/tiers/forge-1.4.3.min.js"));
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(fichier)))
        .isEqualTo("a8b6d50267d709db0411a598efc4c57bffd6127f21410339f71c919e3bde725b");
  }
}
