package fr.paraphe.outils.controle;

import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.lancement.Cles;
import fr.paraphe.outils.lancement.Empechement;
import fr.paraphe.outils.lancement.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code ./paraphe fsck} : base, journal, documents et fichiers de travail, dans les deux sens.
 * Peut se jouer pendant que le produit travaille. Ne répare rien : n’écrit que la date de
 * vérification des documents relus.
 */
public final class Fsck {

  private static final int PAGE = 1000;

  private Fsck() {}

  /** Sort par 0 si tout va, 1 s’il y a une faute, 2 si le contrôle n’a pas pu se faire. */
  public static void main(String[] arguments) {
    long[] fautes = {0};
    try (Installation installation = Installation.ouvrir(Sortie::dire)) {
      Cles.exiger(installation.base(), installation.cles());
      controler(
          installation.base(),
          faute -> {
            fautes[0]++;
            Sortie.dire(faute);
          });
      Sortie.dire(fautes[0] == 0 ? "Tout concorde." : fautes[0] + " faute(s).");
    } catch (Empechement e) {
      Sortie.empecher(e.getMessage());
    } catch (SQLException | IOException | RuntimeException e) {
      Sortie.empecher("Le contrôle n’a pas pu aller au bout : " + e.getMessage());
    }
    System.exit(fautes[0] == 0 ? 0 : 1);
  }

  /** Toutes les fautes, une phrase chacune. */
  public static List<String> fautes(Base base) throws SQLException, IOException {
    List<String> fautes = new ArrayList<>();
    controler(base, fautes::add);
    return fautes;
  }

  private static void controler(Base base, Consumer<String> signaler)
      throws SQLException, IOException {
    Coherence.verifier(base, signaler);
    try (Connection c = DriverManager.getConnection(base.url(), base.compte(), base.motDePasse())) {
      new LectureDossiers(c, PAGE).rejouer(signaler);
    }
    VerificationJournal.faire(base, signaler);
    Rangement.verifier(base, Instant.now(), signaler);
    Temporaires.verifier(Path.of(System.getProperty("paraphe.tmp")), Instant.now(), signaler);
  }
}
