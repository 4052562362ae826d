package fr.paraphe.outils.controle;

import fr.paraphe.outils.lancement.Installation;

/** {@code ./paraphe journal verify}. */
public final class JournalVerification {

  private JournalVerification() {}

  /** Sort par 0 si la chaîne est intacte, 1 sinon. */
  public static void main(String[] arguments) throws Exception {
    boolean intact;
    try (Installation installation = Installation.ouvrir(Sortie::dire)) {
      VerificationJournal verification = VerificationJournal.faire(installation.base());
      verification.fautes().forEach(Sortie::dire);
      intact = verification.fautes().isEmpty();
      Sortie.dire(
          verification.lignes()
              + " lignes relues : "
              + (intact ? "le journal est intact." : "le journal a été touché."));
    }
    System.exit(intact ? 0 : 1);
  }
}
