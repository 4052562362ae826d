package fr.paraphe.outils.lancement;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** {@code ./paraphe run} : lance tout, dit où c’est, arrête tout à Ctrl-C. */
public final class Lanceur {

  private static final PrintStream SORTIE =
      new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final long depart = System.nanoTime();

  private Lanceur() {}

  /** Arguments : dossier du projet, dossier des données, décalage des ports. */
  public static void main(String[] arguments) {
    Path projet = Path.of(arguments[0]).toAbsolutePath().normalize();
    Reglages reglages =
        new Reglages(
            projet.resolve("ear/target"),
            projet.resolve("dev/serveur"),
            Path.of(arguments[1]).toAbsolutePath().normalize(),
            Integer.parseInt(arguments[2]),
            false);
    try {
      new Lanceur().lancer(reglages);
    } catch (Empechement e) {
      SORTIE.println("\n" + e.getMessage());
      System.exit(1);
    } catch (IOException | InterruptedException e) {
      SORTIE.println("\nLe lancement a échoué : " + e.getMessage());
      System.exit(1);
    }
  }

  private void lancer(Reglages reglages) throws IOException, InterruptedException {
    try (Instance instance = new Instance(reglages, this::dire)) {
      Thread arret = new Thread(() -> arreter(instance));
      Runtime.getRuntime().addShutdownHook(arret);
      instance.ouvrirBase();
      instance.chargerDemonstration();
      instance.ouvrirServeur();
      annoncer(reglages);
      instance.suivre();
      dire("Le serveur s’est arrêté.");
    }
  }

  private void arreter(Instance instance) {
    dire("Arrêt…");
    try {
      instance.close();
      dire("Tout est arrêté, les données sont gardées.");
    } catch (IOException e) {
      dire("Arrêt incomplet : " + e.getMessage());
    }
  }

  private void annoncer(Reglages reglages) throws IOException {
    SORTIE.println();
    SORTIE.println("  Paraphe est prêt    " + reglages.adresse() + "/iparapheur/");
    SORTIE.println(
        "  Service SOAP        "
            + reglages.adresse()
            + "/ws-iparapheur?wsdl  (et /ws-iparapheur-no-mtom)");
    SORTIE.println(
        "  Administration      http://127.0.0.1:"
            + reglages.portAdministration()
            + "/console  (compte : ./paraphe create-admin NOM)");
    Demonstration.comptes(reglages).ifPresent(comptes -> SORTIE.println("\n" + comptes.indent(2)));
    SORTIE.println("  Ctrl-C arrête tout.");
  }

  private void dire(String phrase) {
    SORTIE.println(
        String.format(
            Locale.FRANCE,
            "[%5.1f s] %s",
            Duration.ofNanos(System.nanoTime() - depart).toMillis() / 1000.0,
            phrase));
  }
}
