package fr.paraphe.outils.lancement;

import java.nio.file.Path;

/**
 * Où et comment lancer.
 *
 * @param produit dossier où le livrable a été construit ({@code ear/target})
 * @param configuration dossier des descripteurs du serveur ({@code dev/serveur})
 * @param donnees dossier des données de cette copie ; survit aux arrêts
 * @param decalage ajouté à tous les ports
 * @param essai vrai pour un lancement de test : compilation légère, démarrage plus court
 */
public record Reglages(
    Path produit, Path configuration, Path donnees, int decalage, boolean essai) {

  private static final int HTTP = 8080;
  private static final int HTTPS = 8443;
  private static final int ADMINISTRATION = 9990;
  private static final int BASE = 5480;
  private static final int COURRIEL = 2525;

  public int portHttp() {
    return HTTP + decalage;
  }

  public int portHttps() {
    return HTTPS + decalage;
  }

  public int portAdministration() {
    return ADMINISTRATION + decalage;
  }

  public int portBase() {
    return BASE + decalage;
  }

  /** Où un lancement de test remet ses courriels, sur la boucle locale ; personne n’y est tenu. */
  public int portCourriel() {
    return COURRIEL + decalage;
  }

  public String adresse() {
    return "http://127.0.0.1:" + portHttp();
  }

  public Path cles() {
    return donnees.resolve("cles");
  }

  public Path journaux() {
    return donnees.resolve("journaux");
  }
}
