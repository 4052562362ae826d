package fr.paraphe.outils.banc;

import fr.paraphe.outils.demo.ComptesDemo;
import fr.paraphe.outils.lancement.Empechement;
import fr.paraphe.outils.lancement.Instance;
import fr.paraphe.outils.lancement.Reglages;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ./paraphe bench} : une copie à part, peuplée, mesurée, arrêtée. */
public final class Banc {

  private static final PrintStream SORTIE =
      new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Banc() {}

  public static void main(String[] arguments) throws Exception {
    OptionsBanc options;
    try {
      options = OptionsBanc.lire(arguments);
    } catch (IllegalArgumentException e) {
      SORTIE.println(e.getMessage());
      System.exit(2);
      return;
    }
    Path projet = Path.of("").toAbsolutePath();
    Reglages reglages =
        new Reglages(
            projet.resolve("ear/target"),
            projet.resolve("dev/serveur"),
            options.donnees().toAbsolutePath().normalize(),
            options.decalage(),
            false);
    Resultats resultats = new Resultats();
    try (Instance instance = new Instance(reglages, SORTIE::println)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> arreter(instance)));
      mesurer(options, reglages, instance, resultats);
    } catch (Empechement e) {
      SORTIE.println(e.getMessage());
      System.exit(2);
    }
    SORTIE.println("\n" + resultats.tableau());
    SORTIE.println(
        "\nÉcrit dans " + projet.relativize(resultats.ecrire(projet.resolve("docs/mesures"))));
    System.exit(0);
  }

  private static void mesurer(
      OptionsBanc options, Reglages reglages, Instance instance, Resultats resultats)
      throws Exception {
    instance.ouvrirBase();
    instance.chargerDemonstration();
    new Peuplement(instance.proprietaire(), SORTIE::println)
        .peupler(options.dossiers(), options.circulation());
    long avant = System.nanoTime();
    instance.ouvrirServeur();
    resultats.chiffre(
        "démarrage du serveur, s", Math.round((System.nanoTime() - avant) / 1e8) / 10.0);
    Plancher.mesurer().forEach(resultats::chiffre);
    String motDePasse = ComptesDemo.lire(reglages.donnees()).motDePasse();
    ClientWeb web = new ClientWeb(reglages.adresse());
    web.entrer("banc", motDePasse);
    ClientSoap soap = new ClientSoap(reglages.adresse(), "ws", motDePasse);
    new Epreuves(
            new Passe(
                Long.toString(System.currentTimeMillis(), 36),
                options,
                instance.proprietaire(),
                soap,
                web,
                Memoire.duServeur(),
                new Requetes(instance.proprietaire(), instance.application().compte()),
                resultats,
                SORTIE::println))
        .jouer();
    resultats.contexte("charge a la fin", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
  }

  private static void arreter(Instance instance) {
    try {
      instance.close();
    } catch (IOException e) {
      SORTIE.println("Arrêt incomplet : " + e.getMessage());
    }
  }
}
