package fr.paraphe.outils.lancement;

import fr.paraphe.outils.atelier.Base;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Le serveur d’application : posé une fois, configuré hors ligne par un lot, démarré dans son
 * propre processus.
 */
final class Serveur implements AutoCloseable {

  private static final Duration DEMARRAGE = Duration.ofSeconds(180);
  private static final int ARRET_SECONDES = 40;
  private static final long PAS_MS = 150;

  private final Reglages reglages;
  private final Path maison;
  private Process processus;

  Serveur(Reglages reglages) {
    this.reglages = reglages;
    this.maison = reglages.donnees().resolve("serveur");
  }

  /** Pose et configure le serveur s’il ne l’est pas, ou si sa description a changé. */
  boolean preparer(Base base) throws IOException, InterruptedException {
    String description =
        Empreintes.de(List.of(reglages.configuration(), reglages.produit().resolve("modules")));
    Path temoin = maison.resolve("paraphe.description");
    if (Files.exists(temoin) && Files.readString(temoin).equals(description)) {
      return false;
    }
    Arborescence.supprimer(maison);
    Arborescence.copier(distribution(), maison);
    Arborescence.copier(reglages.produit().resolve("modules"), maison.resolve("modules"));
    configurer(base);
    Files.writeString(temoin, description);
    return true;
  }

  private Path distribution() throws IOException {
    try (Stream<Path> contenu = Files.list(reglages.produit().resolve("wildfly"))) {
      return contenu
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow(
              () -> new Empechement("Le serveur n’a pas été construit : lancez ./paraphe run."));
    }
  }

  private void configurer(Base base) throws IOException, InterruptedException {
    Path lot = reglages.configuration().resolve("paraphe.cli");
    Path sortie = Files.createDirectories(reglages.journaux()).resolve("configuration.log");
    Process cli =
        commande(base, List.of(maison.resolve("bin/jboss-cli.sh").toString(), "--file=" + lot))
            .redirectOutput(sortie.toFile())
            .start();
    if (cli.waitFor() != 0) {
      throw new Empechement(
          "La configuration du serveur a échoué ; le détail est dans " + sortie + ".");
    }
  }

  /**
   * Un lanceur tué net laisse son serveur tourner : on l’arrête proprement avant d’en démarrer un
   * autre. Le sien seulement, reconnu à son dossier.
   */
  void arreterReste() throws IOException {
    String sien = maison.resolve("bin/standalone.sh").toString();
    List<ProcessHandle> restes =
        ProcessHandle.allProcesses()
            .filter(p -> p.info().commandLine().orElse("").contains(sien))
            .flatMap(p -> Stream.concat(p.descendants(), Stream.of(p)))
            .toList();
    restes.forEach(ProcessHandle::destroy);
    attendreFin(restes);
  }

  void exigerPortsLibres() {
    Ports.exigerLibre(reglages.portHttp(), "HTTP");
    Ports.exigerLibre(reglages.portHttps(), "HTTPS");
    Ports.exigerLibre(reglages.portAdministration(), "administration");
  }

  void demarrer(Base base) throws IOException {
    exigerPortsLibres();
    Path livrable =
        Files.createDirectories(maison.resolve("standalone/livrable")).resolve("paraphe.ear");
    Files.copy(
        reglages.produit().resolve("paraphe.ear"), livrable, StandardCopyOption.REPLACE_EXISTING);
    for (String dossier : List.of("blobs", "cles", "tmp", "journaux")) {
      Files.createDirectories(reglages.donnees().resolve(dossier));
    }
    Files.writeString(maison.resolve("paraphe.decalage"), String.valueOf(reglages.decalage()));
    processus =
        commande(base, arguments())
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    reglages.journaux().resolve("console.log").toFile()))
            .start();
  }

  private List<String> arguments() {
    Path d = reglages.donnees();
    return List.of(
        "setsid",
        maison.resolve("bin/standalone.sh").toString(),
        "-b=127.0.0.1",
        "-bmanagement=127.0.0.1",
        "-Djboss.socket.binding.port-offset=" + reglages.decalage(),
        "-Djboss.server.log.dir=" + reglages.journaux(),
        "-Djboss.node.name=paraphe-" + reglages.decalage(),
        "-Djboss.tx.node.id=paraphe-" + reglages.decalage(),
        "-Dparaphe.donnees=" + d,
        "-Dparaphe.blobs=" + d.resolve("blobs"),
        "-Dparaphe.cles=" + reglages.cles(),
        "-Dparaphe.tmp=" + d.resolve("tmp"),
        "-Dparaphe.sources=" + System.getenv().getOrDefault("PARAPHE_SOURCES", ""),
        "-Dparaphe.adresse=" + System.getenv().getOrDefault("PARAPHE_ADRESSE", reglages.adresse()),
        "-Dparaphe.https=" + System.getenv().getOrDefault("PARAPHE_HTTPS", "false"),
        "-Dparaphe.environnement.teinte="
            + System.getenv().getOrDefault("PARAPHE_ENVIRONNEMENT_TEINTE", ""),
        "-Dparaphe.environnement=" + environnement());
  }

  private String environnement() {
    return Demonstration.presente(reglages)
        ? "DÉMONSTRATION"
        : System.getenv().getOrDefault("PARAPHE_ENVIRONNEMENT", "");
  }

  private ProcessBuilder commande(Base base, List<String> arguments) {
    ProcessBuilder commande =
        new ProcessBuilder(arguments)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    Map<String, String> env = commande.environment();
    env.put("JBOSS_HOME", maison.toString());
    env.put("JBOSS_JAVA_SIZING", memoire());
    env.put(
        "JAVA_OPTS_APPEND",
        "--add-opens=java.base/java.nio=ALL-UNNAMED -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8");
    env.put("LC_ALL", "C.UTF-8");
    env.put("PARAPHE_JDBC_URL", base.url());
    env.put("PARAPHE_JDBC_USER", base.compte());
    env.put("PARAPHE_JDBC_PASSWORD", base.motDePasse());
    if (reglages.essai()) {
      env.put("PARAPHE_SMTP_HOTE", "127.0.0.1");
      env.put("PARAPHE_SMTP_PORT", String.valueOf(reglages.portCourriel()));
    }
    return commande;
  }

  private String memoire() {
    String choisie = System.getenv().getOrDefault("PARAPHE_MEMOIRE", "-Xms256m -Xmx1g");
    return reglages.essai() ? choisie + " -XX:TieredStopAtLevel=1" : choisie;
  }

  /** Attend que la page de connexion réponde. */
  void attendre() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest page =
        HttpRequest.newBuilder(URI.create(reglages.adresse() + "/iparapheur/connexion.xhtml"))
            .timeout(Duration.ofSeconds(10))
            .build();
    long limite = System.nanoTime() + DEMARRAGE.toNanos();
    while (System.nanoTime() < limite) {
      if (!processus.isAlive()) {
        break;
      }
      if (repond(client, page)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(PAS_MS);
    }
    throw new Empechement(
        "Le serveur n’a pas démarré ; le détail est dans "
            + reglages.journaux().resolve("server.log")
            + ".");
  }

  private static boolean repond(HttpClient client, HttpRequest page) throws InterruptedException {
    try {
      return client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException pasEncore) {
      return false;
    }
  }

  boolean vivant() {
    return processus != null && processus.isAlive();
  }

  /** Attend la fin du serveur. */
  void suivre() throws InterruptedException {
    processus.waitFor();
  }

  /** L’arrêt que rien ne prévient (kill -9), pour les tests de panne. */
  void tuer() throws InterruptedException {
    processus.descendants().forEach(ProcessHandle::destroyForcibly);
    processus.destroyForcibly();
    processus.waitFor();
  }

  @Override
  public void close() throws IOException {
    if (!vivant()) {
      return;
    }
    try {
      List<ProcessHandle> tous =
          Stream.concat(processus.descendants(), Stream.of(processus.toHandle())).toList();
      tous.forEach(ProcessHandle::destroy);
      if (!processus.waitFor(ARRET_SECONDES, TimeUnit.SECONDS)) {
        tuer();
      }
      attendreFin(tous);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void attendreFin(List<ProcessHandle> processus) throws IOException {
    try {
      for (ProcessHandle reste : processus) {
        reste.onExit().get(ARRET_SECONDES, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("arrêt du serveur incomplet", e);
    }
  }
}
