package fr.paraphe.outils.banc;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ce que la passe a donné : un fichier JSON et un tableau à publier. */
final class Resultats {

  private final List<Mesure> mesures = new ArrayList<>();
  private final Map<String, Double> chiffres = new LinkedHashMap<>();
  private final Map<String, String> contexte = new LinkedHashMap<>();

  Resultats() throws IOException {
    Runtime machine = Runtime.getRuntime();
    contexte.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    contexte.put("version", commande("git", "rev-parse", "--short", "HEAD"));
    contexte.put("processeur", processeur());
    contexte.put("coeurs", String.valueOf(machine.availableProcessors()));
    contexte.put("java", System.getProperty("java.version"));
    contexte.put("charge au depart", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
  }

  Mesure ajouter(Mesure mesure) {
    mesures.add(mesure);
    return mesure;
  }

  void chiffre(String nom, double valeur) {
    chiffres.put(nom, valeur);
  }

  void contexte(String nom, String valeur) {
    contexte.put(nom, valeur);
  }

  private static String processeur() throws IOException {
    return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
        .filter(l -> l.startsWith("model name"))
        .findFirst()
        .map(l -> l.substring(l.indexOf(':') + 2))
        .orElse("inconnu");
  }

  private static String commande(String... mots) throws IOException {
    Process p = new ProcessBuilder(mots).redirectErrorStream(true).start();
    return new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  Path ecrire(Path dossier) throws IOException {
    Files.createDirectories(dossier);
    String nom = contexte.get("date").replaceAll("[:TZ]", "-") + contexte.get("version") + ".json";
    Path fichier = dossier.resolve(nom);
    try (JsonWriter json =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
            .createWriter(Files.newBufferedWriter(fichier, StandardCharsets.UTF_8))) {
      json.write(json());
    }
    return fichier;
  }

  private JsonObject json() {
    JsonObjectBuilder lieu = Json.createObjectBuilder();
    contexte.forEach(lieu::add);
    JsonObjectBuilder nombres = Json.createObjectBuilder();
    chiffres.forEach(nombres::add);
    JsonArrayBuilder operations = Json.createArrayBuilder();
    for (Mesure m : mesures) {
      operations.add(
          Json.createObjectBuilder()
              .add("operation", m.operation())
              .add("clients", m.clients())
              .add("nombre", m.nombre())
              .add("echecs", m.echecs())
              .add("parSeconde", m.debit())
              .add("p50ms", m.p50())
              .add("p95ms", m.p95())
              .add("maxms", m.max()));
    }
    return Json.createObjectBuilder()
        .add("contexte", lieu)
        .add("chiffres", nombres)
        .add("operations", operations)
        .build();
  }

  String tableau() {
    return "| Opération | clients | appels | échecs | par seconde | p50 (ms) | p95 (ms) | max (ms) |\n"
        + "|---|---|---|---|---|---|---|---|\n"
        + mesures.stream().map(Mesure::ligne).collect(Collectors.joining("\n"))
        + "\n\n"
        + chiffres.entrySet().stream()
            .map(c -> "- " + c.getKey() + " : " + c.getValue())
            .collect(Collectors.joining("\n"))
        + "\n"
        + contexte.entrySet().stream()
            .map(c -> "- " + c.getKey() + " : " + c.getValue())
            .collect(Collectors.joining("\n"));
  }
}
