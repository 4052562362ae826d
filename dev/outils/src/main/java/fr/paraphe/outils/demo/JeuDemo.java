package fr.paraphe.outils.demo;

import fr.paraphe.outils.atelier.Atelier;
import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.atelier.HorlogeReglable;
import fr.paraphe.outils.importation.Importation;
import fr.paraphe.outils.importation.MotDePasseInitial;
import fr.paraphe.signature.AutoriteEssai;
import fr.paraphe.signature.Autorites;
import fr.paraphe.signature.CachetServeur;
import fr.paraphe.signature.Identite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Charge la démonstration une fois : organisation, comptes, matériel de signature d’essai,
 * dossiers.
 */
public final class JeuDemo {

  private static final Duration ANCIENNETE = Duration.ofDays(40);
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Path descriptions;
  private final Path donnees;
  private final Base base;

  /**
   * @param descriptions dossier des fichiers YAML de la démonstration
   * @param base sous le rôle qui possède le schéma
   */
  public JeuDemo(Path descriptions, Path donnees, Base base) {
    this.descriptions = descriptions;
    this.donnees = donnees;
    this.base = base;
  }

  public void charger() throws IOException, SQLException {
    String motDePasse = motDePasse();
    Instant debut = Instant.now().minus(ANCIENNETE);
    try (Atelier atelier = Atelier.ouvrir(base)) {
      atelier.bean(HorlogeReglable.class).regler(debut);
      importer(atelier, "demo.yaml", motDePasse);
      importer(atelier, "agglo.yaml", motDePasse);
      Identite maire = certificats(atelier, debut, motDePasse);
      annoncer(motDePasse);
      new Tournage(atelier, base, maire).jouer(Scenes.toutes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("certificats de démonstration impossibles à créer", e);
    }
  }

  private void importer(Atelier atelier, String nom, String motDePasse)
      throws IOException, SQLException {
    new Importation(base, atelier.bean(CachetServeur.class))
        .importer(descriptions.resolve(nom), MotDePasseInitial.de(motDePasse));
  }

  /**
   * Les certificats logiciels des signataires, délivrés par l’autorité d’essai de cette
   * installation.
   */
  private Identite certificats(Atelier atelier, Instant debut, String motDePasse)
      throws IOException, GeneralSecurityException {
    AutoriteEssai autorite = atelier.bean(Autorites.class).essai();
    Path dossier = Files.createDirectories(donnees.resolve("demo"));
    Identite maire =
        autorite.delivrer(
            AutoriteEssai.Demande.signature("CN=Paul Maire, O=Ville de Démo, C=FR", debut));
    Identite adjoint =
        autorite.delivrer(
            AutoriteEssai.Demande.signature("CN=Anne Adjointe, O=Ville de Démo, C=FR", debut));
    ecrire(maire, dossier.resolve("maire.p12"), motDePasse);
    ecrire(adjoint, dossier.resolve("adjoint.p12"), motDePasse);
    return maire;
  }

  private static void ecrire(Identite identite, Path fichier, String motDePasse)
      throws IOException, GeneralSecurityException {
    try (OutputStream sortie = Files.newOutputStream(prive(fichier))) {
      identite.ecrireP12(sortie, motDePasse.toCharArray());
    }
  }

  private static Path prive(Path fichier) throws IOException {
    Files.deleteIfExists(fichier);
    return Files.createFile(
        fichier,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static String motDePasse() {
    String choisi = System.getenv("PARAPHE_DEMO_PASSWORD");
    return choisi == null || choisi.isBlank() ? tirer() : choisi;
  }

  /** Quatre groupes de quatre, lisibles à voix haute. */
  private static String tirer() {
    SecureRandom hasard = new SecureRandom();
    return hasard
        .ints(16, 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .collect(Collectors.joining())
        .replaceAll("(.{4})(?=.)", "$1-");
  }

  private void annoncer(String motDePasse) throws IOException {
    List<String> lignes =
        List.of(
            "Comptes de démonstration (mot de passe de tous, et des certificats : "
                + motDePasse
                + ")",
            "  agent, chef, dgs, maire, adjoint, secretaire, admin, fonctionnel, ws (connecteurs) : Ville de Démo",
            "  agent@agglo, president@agglo, admin@agglo, ws@agglo : Agglomération de Démo",
            "Certificats : "
                + donnees.resolve("demo/maire.p12")
                + ", "
                + donnees.resolve("demo/adjoint.p12"));
    Files.write(prive(donnees.resolve("comptes-demo.txt")), lignes);
  }
}
