package fr.paraphe.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Les fichiers du module, lus tels qu’ils sont écrits. */
final class Sources {
  private static final Path RACINE = Path.of("src", "main");

  private Sources() {}

  record Source(String nom, String texte) {}

  static List<Source> pages() throws IOException {
    return lire(RACINE.resolve("webapp"), ".xhtml");
  }

  static List<Source> java() throws IOException {
    return lire(RACINE.resolve("java"), ".java");
  }

  static List<Source> scripts() throws IOException {
    return Stream.concat(
            lire(RACINE.resolve("webapp/statique/js"), ".js").stream(),
            lire(RACINE.resolve("webapp/statique/js"), ".mjs").stream())
        .toList();
  }

  static List<Source> feuilles() throws IOException {
    return lire(RACINE.resolve("webapp/statique/css"), ".css");
  }

  static Map<String, String> catalogue(String langue) {
    ResourceBundle paquet = ResourceBundle.getBundle("fr.paraphe.web.messages_" + langue);
    Map<String, String> textes = new TreeMap<>();
    paquet.keySet().forEach(cle -> textes.put(cle, paquet.getString(cle)));
    return textes;
  }

  private static List<Source> lire(Path dossier, String fin) throws IOException {
    try (Stream<Path> fichiers = Files.walk(dossier)) {
      return fichiers.filter(f -> f.toString().endsWith(fin)).sorted().map(Sources::un).toList();
    }
  }

  private static Source un(Path fichier) {
    try {
      return new Source(fichier.toString(), Files.readString(fichier));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
