package fr.paraphe.outils.lancement;

import fr.paraphe.stockage.Empreinte;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** L’empreinte de dossiers : noms et contenus, dans l’ordre. */
final class Empreintes {

  private Empreintes() {}

  static String de(List<Path> dossiers) throws IOException {
    MessageDigest calcul = Empreinte.calcul();
    for (Path dossier : dossiers) {
      try (Stream<Path> contenu = Files.walk(dossier)) {
        for (Path p : contenu.filter(Files::isRegularFile).sorted().toList()) {
          calcul.update(dossier.relativize(p).toString().getBytes(StandardCharsets.UTF_8));
          calcul.update(Files.readAllBytes(p));
        }
      }
    }
    return HexFormat.of().formatHex(calcul.digest());
  }
}
