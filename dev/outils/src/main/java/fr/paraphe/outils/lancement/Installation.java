package fr.paraphe.outils.lancement;

import fr.paraphe.outils.atelier.Base;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Une installation vue des commandes d’administration : sa base, sous le rôle propriétaire, et ses
 * dossiers. La base déjà en marche est rejointe ; sinon la base embarquée est démarrée le temps de
 * la commande. Le dossier des données est {@code PARAPHE_DATA}, sinon {@code data}.
 */
public final class Installation implements AutoCloseable {

  private static final int LIGNE_DU_PORT = 3;

  private final Path donnees;
  private final Base base;
  private final AutoCloseable demarree;

  private Installation(Path donnees, Base base, AutoCloseable demarree) {
    this.donnees = donnees;
    this.base = base;
    this.demarree = demarree;
  }

  public static Installation ouvrir(Consumer<String> nouvelles) throws IOException {
    String choisi = System.getenv().getOrDefault("PARAPHE_DATA", "data");
    return ouvrir(Path.of(choisi).toAbsolutePath().normalize(), nouvelles);
  }

  public static Installation ouvrir(Path donnees, Consumer<String> nouvelles) throws IOException {
    situer(donnees);
    if (BaseExterne.choisie()) {
      return new Installation(donnees, BaseExterne.proprietaire(), null);
    }
    if (!Files.isDirectory(donnees.resolve("pg"))) {
      throw new Empechement(
          "Aucune installation dans "
              + donnees
              + "\u00a0: lancez ./paraphe run une première fois.");
    }
    Optional<Integer> port = enMarche(donnees.resolve("pg/postmaster.pid"));
    Secrets secrets = new Secrets(donnees.resolve("cles"));
    if (port.isPresent()) {
      String url = "jdbc:postgresql://127.0.0.1:" + port.get() + "/paraphe";
      Base base =
          new Base(url, BaseEmbarquee.PROPRIETAIRE, secrets.exiger(BaseEmbarquee.PROPRIETAIRE));
      return new Installation(donnees, base, null);
    }
    return demarrer(donnees, nouvelles);
  }

  /** Tient le dossier tant que la base tourne : un lancement arrêterait la nôtre pour la sienne. */
  private static Installation demarrer(Path donnees, Consumer<String> nouvelles)
      throws IOException {
    Verrou verrou =
        Verrou.prendre(donnees)
            .orElseThrow(
                () ->
                    new Empechement(
                        "Le dossier "
                            + donnees
                            + " sert à un lancement qui commence ou qui finit : recommencez dans un instant."));
    nouvelles.accept("Démarrage de la base de données, le temps de la commande…");
    BaseEmbarquee embarquee =
        new BaseEmbarquee(new Reglages(null, null, donnees, decalage(), false));
    embarquee.demarrer();
    Migration.jouer(embarquee.proprietaire(), BaseEmbarquee.APPLICATION);
    return new Installation(
        donnees,
        embarquee.proprietaire(),
        () -> {
          embarquee.close();
          verrou.close();
        });
  }

  private static void situer(Path donnees) {
    System.setProperty("paraphe.blobs", donnees.resolve("blobs").toString());
    System.setProperty("paraphe.cles", donnees.resolve("cles").toString());
    System.setProperty("paraphe.tmp", donnees.resolve("tmp").toString());
  }

  private static Optional<Integer> enMarche(Path temoin) throws IOException {
    if (!Files.exists(temoin)) {
      return Optional.empty();
    }
    List<String> lignes = Files.readAllLines(temoin);
    return ProcessHandle.of(Long.parseLong(lignes.get(0).strip()))
        .filter(p -> p.info().command().orElse("").contains("postgres"))
        .map(p -> Integer.parseInt(lignes.get(LIGNE_DU_PORT).strip()));
  }

  /** Un port libre, dit comme un décalage. */
  private static int decalage() throws IOException {
    try (ServerSocket libre = new ServerSocket(0)) {
      return libre.getLocalPort() - new Reglages(null, null, null, 0, false).portBase();
    }
  }

  public Path donnees() {
    return donnees;
  }

  public Path cles() {
    return donnees.resolve("cles");
  }

  public Base base() {
    return base;
  }

  @Override
  public void close() throws IOException {
    try {
      if (demarree != null) {
        demarree.close();
      }
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("arrêt de la base incomplet", e);
    }
  }
}
