package fr.paraphe.outils.controle;

import fr.paraphe.outils.lancement.Empechement;
import fr.paraphe.outils.lancement.Installation;
import java.io.IOException;
import java.sql.SQLException;

/** {@code ./paraphe journal verify}. */
public final class JournalVerification {

  private JournalVerification() {}

  /** Sort par 0 si la chaîne est intacte, 1 sinon, 2 si elle n’a pas pu être relue. */
  public static void main(String[] arguments) {
    long[] fautes = {0};
    try (Installation installation = Installation.ouvrir(Sortie::dire)) {
      long lignes =
          VerificationJournal.faire(
              installation.base(),
              faute -> {
                fautes[0]++;
                Sortie.dire(faute);
              });
      String verdict = fautes[0] == 0 ? "le journal est intact." : "le journal a été touché.";
      Sortie.dire(lignes + " lignes relues : " + verdict);
    } catch (Empechement e) {
      Sortie.empecher(e.getMessage());
    } catch (SQLException | IOException | RuntimeException e) {
      Sortie.empecher("Le journal n’a pas pu être relu : " + e.getMessage());
    }
    System.exit(fautes[0] == 0 ? 0 : 1);
  }
}
