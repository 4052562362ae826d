package fr.paraphe.outils.lancement;

import fr.paraphe.outils.atelier.Base;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * L’accès d’un outil à la base d’une copie : si le produit tourne, on s’y raccorde ; sinon la base
 * embarquée est démarrée le temps de l’outil.
 */
public final class Acces implements AutoCloseable {

  private final Base base;
  private final BaseEmbarquee demarree;
  private final Verrou verrou;

  private Acces(Base base, BaseEmbarquee demarree, Verrou verrou) {
    this.base = base;
    this.demarree = demarree;
    this.verrou = verrou;
  }

  /** Arguments : dossier du projet, dossier des données, décalage des ports. */
  public static Acces ouvrir(String[] arguments) throws IOException {
    Path projet = Path.of(arguments[0]).toAbsolutePath().normalize();
    Path donnees = Path.of(arguments[1]).toAbsolutePath().normalize();
    Reglages reglages =
        new Reglages(
            projet.resolve("ear/target"),
            projet.resolve("dev/serveur"),
            donnees,
            Integer.parseInt(arguments[2]),
            false);
    Instance.declarer(reglages);
    if (BaseExterne.choisie()) {
      return new Acces(BaseExterne.proprietaire(), null, null);
    }
    BaseEmbarquee embarquee = new BaseEmbarquee(reglages);
    Optional<Verrou> verrou = Verrou.prendre(donnees);
    if (verrou.isEmpty()) {
      return new Acces(embarquee.proprietaire(), null, null);
    }
    embarquee.demarrer();
    return new Acces(embarquee.proprietaire(), embarquee, verrou.get());
  }

  /** Sous le rôle qui possède le schéma. */
  public Base base() {
    return base;
  }

  @Override
  public void close() throws IOException {
    if (demarree != null) {
      demarree.close();
      verrou.close();
    }
  }
}
