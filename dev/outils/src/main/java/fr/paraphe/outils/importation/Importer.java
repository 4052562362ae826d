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
import java.util.Optional;

/**
 * {@code ./paraphe import FICHIER…}. Les comptes neufs reçoivent le mot de passe de {@code
 * PARAPHE_IMPORT_PASSWORD}, s’il est donné.
 */
public final class Importer {

  private static final PrintStream SORTIE =
      new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Importer() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      SORTIE.println("Usage : ./paraphe import FICHIER…");
      System.exit(2);
    }
    try (Installation installation = Installation.ouvrir(SORTIE::println)) {
      for (String fichier : arguments) {
        importer(installation, Path.of(fichier));
      }
    } catch (ImportationRefusee e) {
      SORTIE.println(e.getMessage());
      SORTIE.println("Rien n’a été importé de ce fichier.");
      System.exit(1);
    } catch (Empechement e) {
      SORTIE.println(e.getMessage());
      System.exit(2);
    } catch (SQLException e) {
      SORTIE.println("La base de données ne répond pas comme prévu : " + e.getMessage());
      System.exit(1);
    }
  }

  private static void importer(Installation installation, Path fichier)
      throws IOException, SQLException {
    if (!Files.isReadable(fichier)) {
      SORTIE.println("Le fichier " + fichier + " ne peut pas être lu.");
      System.exit(2);
    }
    Optional<String> initial = Optional.ofNullable(System.getenv("PARAPHE_IMPORT_PASSWORD"));
    CachetServeur cachets =
        new CachetServeur(null, new ClesInstallation(installation.cles()), new Horloge());
    Importation.Bilan bilan =
        new Importation(installation.base(), cachets)
            .importer(fichier, new MotDePasseInitial(initial.filter(m -> !m.isEmpty())));
    SORTIE.println(
        "Collectivité « "
            + bilan.domaine()
            + " » : "
            + bilan.utilisateurs()
            + " utilisateurs, "
            + bilan.bureaux()
            + " bureaux, "
            + bilan.sousTypes()
            + " sous-types.");
  }
}
