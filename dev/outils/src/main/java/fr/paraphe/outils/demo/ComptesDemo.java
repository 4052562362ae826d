package fr.paraphe.outils.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Les accès de la démonstration, gardés dans {@code comptes-demo.txt} (0600) : les connaître ne
 * donne accès qu’à elle. Le fichier se lit tel quel, et se relit ici.
 *
 * @param motDePasse de tous les comptes : {@code PARAPHE_DEMO_PASSWORD}, sinon tiré au sort
 * @param motDePasseCertificats des fichiers .p12
 */
public record ComptesDemo(Path donnees, String motDePasse, String motDePasseCertificats) {

  private static final Pattern COMPTES =
      Pattern.compile("^Comptes de démonstration \\(mot de passe de tous.*?[ \u00a0]: (.+)\\)$");

  /** Avant la 0.1.0, les certificats partageaient le mot de passe des comptes. */
  private static final String D_AVANT = ", et des certificats :";

  private static final Pattern CERTIFICATS =
      Pattern.compile("^Certificats d’essai.*\\(mot de passe\u00a0: (.+)\\)$");

  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int SIGNES = 16;

  /** Les accès déjà gardés ; sinon des accès neufs, gardés aussitôt. */
  static ComptesDemo exiger(Path donnees) throws IOException {
    if (Files.exists(fichier(donnees))) {
      return lire(donnees);
    }
    String choisi = System.getenv("PARAPHE_DEMO_PASSWORD");
    ComptesDemo neufs =
        new ComptesDemo(
            donnees, choisi == null || choisi.isBlank() ? tirer() : choisi.strip(), tirer());
    FichierPrive.ecrire(fichier(donnees), neufs.texte().getBytes(StandardCharsets.UTF_8));
    return neufs;
  }

  /** Les accès gardés dans ce dossier de données. */
  public static ComptesDemo lire(Path donnees) throws IOException {
    String texte = Files.readString(fichier(donnees), StandardCharsets.UTF_8);
    String comptes = apres(texte, COMPTES).orElseThrow(ComptesDemo::abime);
    return texte.contains(D_AVANT)
        ? new ComptesDemo(donnees, comptes, comptes)
        : new ComptesDemo(
            donnees, comptes, apres(texte, CERTIFICATS).orElseThrow(ComptesDemo::abime));
  }

  /** Vrai si ces données ont la démonstration d’avant la 0.1.0, qui ne savait pas reprendre. */
  static boolean dAvant(Path donnees) throws IOException {
    return Files.exists(fichier(donnees)) && Files.readString(fichier(donnees)).contains(D_AVANT);
  }

  private static Optional<String> apres(String texte, Pattern annonce) {
    return texte
        .lines()
        .map(annonce::matcher)
        .filter(Matcher::matches)
        .map(m -> m.group(1))
        .findFirst();
  }

  private static IOException abime() {
    return new IOException(
        "comptes-demo.txt ne dit plus les mots de passe de la démonstration. Effacez le dossier des données pour repartir.");
  }

  /**
   * Où sont gardés les accès ; le fichier existe dès que la démonstration commence à se charger.
   */
  public static Path fichier(Path donnees) {
    return donnees.resolve("comptes-demo.txt");
  }

  /** Le certificat logiciel de {@code maire} ou d’{@code adjoint}. */
  public Path p12(String login) {
    return donnees.resolve("demo").resolve(login + ".p12");
  }

  private String texte() {
    return String.join(
        "\n",
        "Comptes de démonstration (mot de passe de tous\u00a0: " + motDePasse + ")",
        "  Ville de Démo\u00a0: admin, fonctionnel, agent, chef, dgs, maire, adjoint, secretaire, ws (connecteurs)",
        "  Agglomération de Démo\u00a0: admin@agglo, agent@agglo, president@agglo, ws@agglo (connecteurs)",
        "Certificats d’essai, sans valeur juridique (mot de passe\u00a0: "
            + motDePasseCertificats
            + ")",
        "  " + p12("maire"),
        "  " + p12("adjoint"),
        "");
  }

  /** Quatre groupes de quatre signes, lisibles à voix haute. */
  private static String tirer() {
    return new SecureRandom()
        .ints(SIGNES, 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .collect(Collectors.joining())
        .replaceAll("(.{4})(?=.)", "$1-");
  }

  @Override
  public String toString() {
    return "comptes de démonstration de " + donnees;
  }
}
