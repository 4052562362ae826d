package fr.paraphe.outils.controle;

import fr.paraphe.outils.atelier.Atelier;
import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.lancement.Installation;
import fr.paraphe.stockage.Ecart;
import fr.paraphe.stockage.Reconciliation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./paraphe fsck} : base, documents et journal, dans les deux sens. Peut se jouer pendant
 * que le produit travaille ; les fichiers de moins d’une heure, qui n’ont peut-être pas encore leur
 * ligne, ne sont pas jugés.
 */
public final class Fsck {

  private static final Duration JEUNESSE = Duration.ofHours(1);

  private Fsck() {}

  /** Sort par 0 si tout va, 1 s’il y a une faute. */
  public static void main(String[] arguments) throws Exception {
    List<String> fautes;
    try (Installation installation = Installation.ouvrir(Sortie::dire)) {
      fautes = fautes(installation.base());
    }
    fautes.forEach(Sortie::dire);
    Sortie.dire(fautes.isEmpty() ? "Tout concorde." : fautes.size() + " faute(s).");
    System.exit(fautes.isEmpty() ? 0 : 1);
  }

  /** Toutes les fautes, une phrase chacune. */
  public static List<String> fautes(Base base) throws SQLException {
    List<String> fautes = new ArrayList<>(Coherence.fautes(base));
    fautes.addAll(VerificationJournal.faire(base).fautes());
    fautes.addAll(documents(base));
    return fautes;
  }

  private static List<String> documents(Base base) {
    List<String> fautes = new ArrayList<>();
    try (Atelier atelier = Atelier.ouvrir(base)) {
      Reconciliation reconciliation = atelier.bean(Reconciliation.class);
      reconciliation.comparer(Instant.now().minus(JEUNESSE), e -> noter(e, fautes));
      reconciliation.verifierContenus(e -> noter(e, fautes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fautes.stream().distinct().toList();
  }

  /**
   * Un fichier que rien ne nomme est le reste d’un dépôt interrompu : le balayage l’ôtera, ce n’est
   * pas une faute.
   */
  private static void noter(Ecart ecart, List<String> fautes) {
    if (ecart.nature() != Ecart.Nature.FICHIER_SANS_LIGNE) {
      fautes.add(phrase(ecart));
    }
  }

  private static String phrase(Ecart ecart) {
    String quoi =
        ecart.nature() == Ecart.Nature.FICHIER_ABSENT
            ? "son fichier a disparu"
            : "son contenu a été altéré";
    return "Document rangé en " + ecart.emplacement() + " : " + quoi + ".";
  }
}
