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
    Optional<String> initial = Optional.ofNullable(System.getenv("PARAPHE_IMPORT_PASSWORD"));
    CachetServeur cachets =
        new CachetServeur(null, new ClesInstallation(installation.cles()), new Horloge());
    boolean aBlanc = options.contains("--dry-run");
    RapportImportation rapport =
        new Importation(installation.base(), cachets)
            .importer(
                fichier,
                new OptionsImportation(
                    new MotDePasseInitial(initial.filter(m -> !m.isEmpty())),
                    aBlanc,
                    options.contains("--prune")));
    dire(rapport, aBlanc);
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
