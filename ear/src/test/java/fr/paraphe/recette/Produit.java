package fr.paraphe.recette;

import fr.paraphe.outils.demo.ComptesDemo;
import fr.paraphe.outils.lancement.Instance;
import fr.paraphe.outils.lancement.Reglages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Le produit de la recette : un seul par passage, démarré au premier besoin sur des ports libres,
 * arrêté quoi qu’il arrive à la fin de la machine virtuelle.
 */
public final class Produit {

  private static Produit unique;

  private final Reglages reglages;
  private final Instance instance;

  private Produit(Reglages reglages) throws IOException, InterruptedException {
    this.reglages = reglages;
    this.instance = new Instance(reglages, etape -> {});
    Runtime.getRuntime().addShutdownHook(new Thread(this::arreter));
    instance.ouvrirBase();
    instance.chargerDemonstration();
    instance.ouvrirServeur();
  }

  public static synchronized Produit enMarche() {
    try {
      if (unique == null) {
        unique = new Produit(reglages("recette"));
      }
      return unique;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Une copie à part, pour les tests qui la malmènent ; l’appelant l’arrête. */
  public static Produit autre(String nom) throws IOException, InterruptedException {
    return new Produit(reglages(nom));
  }

  /**
   * Des ports libres et un dossier de données neuf de ce nom, pour qui lance le produit autrement.
   */
  public static Reglages reglages(String nom) throws IOException {
    Path projet = Path.of(System.getProperty("recette.projet", "..")).toAbsolutePath().normalize();
    Path donnees = projet.resolve("ear/target/recette").resolve(nom);
    effacer(donnees);
    return new Reglages(
        projet.resolve("ear/target"),
        projet.resolve("dev/serveur"),
        donnees,
        decalageLibre(),
        true);
  }

  /** Chaque passage part de données neuves ; le serveur déjà posé est gardé. */
  private static void effacer(Path donnees) throws IOException {
    for (String dossier : new String[] {"pg", "blobs", "cles", "tmp", "demo", "journaux"}) {
      fr.paraphe.outils.lancement.Arborescence.supprimer(donnees.resolve(dossier));
    }
    Files.deleteIfExists(ComptesDemo.fichier(donnees));
  }

  private static int decalageLibre() throws IOException {
    for (int decalage = 20_000; decalage < 40_000; decalage += 100) {
      if (libre(8080 + decalage)
          && libre(8443 + decalage)
          && libre(9990 + decalage)
          && libre(5480 + decalage)
          && libre(2525 + decalage)) {
        return decalage;
      }
    }
    throw new IOException("aucun port libre");
  }

  private static boolean libre(int port) {
    try (ServerSocket essai =
        new ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
      return essai.isBound();
    } catch (IOException pris) {
      return false;
    }
  }

  /** {@code http://127.0.0.1:PORT}. */
  public String adresse() {
    return reglages.adresse();
  }

  /** Où il remet ses courriels : {@code 127.0.0.1:PORT}, tenu ou non. */
  public int portCourriel() {
    return reglages.portCourriel();
  }

  public Path donnees() {
    return reglages.donnees();
  }

  /** Les accès de la démonstration, tels que le produit les donne à l’administrateur. */
  public ComptesDemo comptesDemo() {
    try {
      return ComptesDemo.lire(donnees());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Instance instance() {
    return instance;
  }

  /** Tue le serveur net (kill -9) puis le redémarre sur les mêmes données. */
  public void tuerEtRedemarrer() throws IOException, InterruptedException {
    instance.tuerServeur();
    instance.ouvrirServeur();
  }

  public void arreter() {
    try {
      instance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
