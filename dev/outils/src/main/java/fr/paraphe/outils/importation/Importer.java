package fr.paraphe.outils.importation;

import fr.paraphe.outils.lancement.Empechement;
import fr.paraphe.outils.lancement.Installation;
import fr.paraphe.signature.CachetServeur;
import fr.paraphe.signature.infra.ClesInstallation;
import fr.paraphe.socle.Horloge;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code ./paraphe import [--dry-run] [--prune] FICHIER…}. Sort par 0, 1 (un fichier est refusé) ou
 * 2 (rien n’a pu être fait). Les comptes neufs reçoivent le mot de passe de {@code
 * PARAPHE_IMPORT_PASSWORD}, s’il est donné.
 */
public final class Importer {

  private static final PrintStream SORTIE =
      new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Importer() {}

  /**
   * @param arguments {@code --dry-run}, {@code --prune}, puis des fichiers
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 0 && arguments[0].matches("--(utilisateurs|bureaux)")) {
      System.exit(tableau(arguments));
    }
    Set<String> options =
        Stream.of(arguments).filter(a -> a.startsWith("--")).collect(Collectors.toSet());
    List<Path> fichiers =
        Stream.of(arguments).filter(a -> !a.startsWith("--")).map(Path::of).toList();
    try (Installation installation = Installation.ouvrir(SORTIE::println)) {
      for (Path fichier : fichiers) {
        importer(installation, fichier, options);
      }
    } catch (ImportationRefusee e) {
      SORTIE.println(e.getMessage());
      SORTIE.println("Rien n’a été importé de ce fichier.");
      System.exit(1);
    } catch (Empechement e) {
      SORTIE.println(e.getMessage());
      System.exit(2);
    } catch (SQLException e) {
      SORTIE.println("La base de données ne répond pas comme prévu\u00a0: " + e.getMessage());
      System.exit(2);
    }
  }

  private static void importer(Installation installation, Path fichier, Set<String> options)
      throws IOException, SQLException {
    if (!Files.isReadable(fichier)) {
      throw new Empechement("Le fichier " + fichier + " ne peut pas être lu.");
    }
    CachetServeur cachets =
        new CachetServeur(null, new ClesInstallation(installation.cles()), new Horloge());
    boolean aBlanc = options.contains("--dry-run");
    RapportImportation rapport =
        new Importation(installation.base(), cachets)
            .importer(
                fichier, new OptionsImportation(initial(), aBlanc, options.contains("--prune")));
    dire(rapport, aBlanc);
  }

  /**
   * @param arguments {@code --utilisateurs} ou {@code --bureaux}, le code, le fichier, et {@code
   *     --dry-run}
   */
  private static int tableau(String[] arguments) {
    boolean aBlanc = arguments.length > 3;
    Path fichier = Path.of(arguments[2]);
    try (Installation installation = Installation.ouvrir(SORTIE::println)) {
      byte[] csv = Files.readAllBytes(fichier);
      String nom = fichier.getFileName().toString();
      OptionsImportation options = new OptionsImportation(initial(), aBlanc, false);
      Importation importation = new Importation(installation.base(), null);
      dire(
          arguments[0].equals("--utilisateurs")
              ? importation.importerUtilisateurs(arguments[1], nom, csv, options)
              : importation.importerBureaux(arguments[1], nom, csv, options),
          aBlanc);
      return 0;
    } catch (ImportationRefusee e) {
      SORTIE.println(e.getMessage());
      SORTIE.println("Rien n’a été importé de ce fichier.");
      return 1;
    } catch (Empechement e) {
      SORTIE.println(e.getMessage());
    } catch (IOException e) {
      SORTIE.println("Le fichier " + fichier + " ne peut pas être lu.");
    } catch (SQLException e) {
      SORTIE.println("La base de données ne répond pas comme prévu\u00a0: " + e.getMessage());
    }
    return 2;
  }

  private static MotDePasseInitial initial() {
    return new MotDePasseInitial(
        Optional.ofNullable(System.getenv("PARAPHE_IMPORT_PASSWORD")).filter(m -> !m.isEmpty()));
  }

  private static void dire(RapportImportation rapport, boolean aBlanc) {
    rapport.changements().forEach(SORTIE::println);
    rapport.absents().forEach(SORTIE::println);
    String debut = "Collectivité « " + rapport.domaine() + " »\u00a0: ";
    if (rapport.aucunChangement()) {
      SORTIE.println(debut + "aucun changement.");
      return;
    }
    SORTIE.println(
        debut
            + rapport.changements().size()
            + (aBlanc ? " changements à faire, rien n’est écrit (" : " changements faits (")
            + rapport.utilisateurs()
            + " utilisateurs, "
            + rapport.bureaux()
            + " bureaux, "
            + rapport.sousTypes()
            + " sous-types dans le fichier).");
  }
}
