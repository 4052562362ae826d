package fr.paraphe.outils.lancement;

import fr.paraphe.outils.atelier.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;

/** Une copie du produit en marche : sa base, son serveur. */
public final class Instance implements AutoCloseable {

  private final Reglages reglages;
  private final Consumer<String> nouvelles;
  private final BaseEmbarquee embarquee;
  private final Serveur serveur;
  private Verrou verrou;
  private Base proprietaire;
  private Base application;

  /**
   * @param nouvelles reçoit une phrase par étape
   */
  public Instance(Reglages reglages, Consumer<String> nouvelles) throws IOException {
    this.reglages = reglages;
    this.nouvelles = nouvelles;
    Files.createDirectories(reglages.donnees());
    this.embarquee = BaseExterne.choisie() ? null : new BaseEmbarquee(reglages);
    this.serveur = new Serveur(reglages);
  }

  /** Démarre la base et met son schéma à niveau. */
  public void ouvrirBase() throws IOException {
    if (verrou == null) {
      verrou =
          Verrou.prendre(reglages.donnees())
              .orElseThrow(
                  () ->
                      new Empechement(
                          "Le dossier "
                              + reglages.donnees()
                              + " sert déjà à un autre lancement : arrêtez-le d’abord."));
    }
    serveur.arreterReste();
    serveur.exigerPortsLibres();
    if (embarquee == null) {
      nouvelles.accept("Base de données : celle de PARAPHE_DB_URL.");
      proprietaire = BaseExterne.proprietaire();
      application = BaseExterne.application();
    } else {
      nouvelles.accept("Démarrage de la base de données…");
      embarquee.demarrer();
      proprietaire = embarquee.proprietaire();
      application = embarquee.application();
    }
    int jouees = Migration.jouer(proprietaire, application.compte());
    nouvelles.accept(jouees == 0 ? "Schéma à jour." : "Schéma mis à niveau (" + jouees + ").");
    Cles.exiger(proprietaire, reglages.cles());
    declarer(reglages);
  }

  /** Dit au métier hors serveur où sont les documents et les clés de cette copie. */
  static void declarer(Reglages reglages) {
    System.setProperty("paraphe.blobs", reglages.donnees().resolve("blobs").toString());
    System.setProperty("paraphe.cles", reglages.cles().toString());
    System.setProperty("paraphe.tmp", reglages.donnees().resolve("tmp").toString());
  }

  /**
   * Charge la démonstration si elle ne l’est pas déjà ; la base est ouverte, le serveur pas encore.
   */
  public void chargerDemonstration() throws IOException {
    Demonstration.charger(this, nouvelles);
  }

  /** Pose, configure et démarre le serveur ; revient quand la page de connexion répond. */
  public void ouvrirServeur() throws IOException, InterruptedException {
    nouvelles.accept("Préparation du serveur d’application…");
    if (serveur.preparer(application)) {
      nouvelles.accept("Serveur posé et configuré.");
    }
    nouvelles.accept("Démarrage du serveur…");
    serveur.demarrer(application);
    serveur.attendre();
  }

  /** La base sous le rôle qui possède le schéma. */
  public Base proprietaire() {
    return proprietaire;
  }

  /** La base sous le rôle de l’application. */
  public Base application() {
    return application;
  }

  public Reglages reglages() {
    return reglages;
  }

  public void suivre() throws InterruptedException {
    serveur.suivre();
  }

  public void tuerServeur() throws InterruptedException {
    serveur.tuer();
  }

  public void arreterServeur() throws IOException {
    serveur.close();
  }

  public void arreterBase() throws IOException {
    if (embarquee != null) {
      embarquee.close();
    }
  }

  /** Redémarre la base arrêtée par {@link #arreterBase} ; le serveur, lui, n’a pas bougé. */
  public void rouvrirBase() throws IOException {
    if (embarquee != null) {
      embarquee.reprendre();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      serveur.close();
    } finally {
      arreterBase();
      if (verrou != null) {
        verrou.close();
      }
    }
  }
}
