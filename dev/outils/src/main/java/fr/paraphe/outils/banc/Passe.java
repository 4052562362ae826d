package fr.paraphe.outils.banc;

import fr.paraphe.outils.atelier.Base;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Ce que partagent les épreuves d’une passe : le serveur en marche, ses clients, ce qu’on note.
 *
 * @param nom propre à cette passe : les dossiers créés le portent
 */
record Passe(
    String nom,
    OptionsBanc options,
    Base base,
    ClientSoap soap,
    ClientWeb web,
    Memoire memoire,
    Requetes requetes,
    Resultats resultats,
    Consumer<String> nouvelles) {

  static final int SANS_LIMITE = Integer.MAX_VALUE;
  static final int CLIENTS = 4;
  private static final int COMPTEES = 20;
  private static final int PATIENCE_SECONDES = 120;

  void mesurer(String operation, int clients, int nombre, int secondes, IntPredicate appel)
      throws Exception {
    noter(Charge.jouer(clients, nombre, secondes, appel).mesure(operation, clients));
  }

  void noter(Mesure mesure) {
    nouvelles.accept(resultats.ajouter(mesure).ligne());
  }

  /** Mesure une page, puis compte ce qu’elle demande à la base. */
  void page(String operation, int secondes, String chemin, String attendu) throws Exception {
    IntPredicate appel = n -> web.page(chemin, attendu);
    mesurer(operation, 1, SANS_LIMITE, secondes, appel);
    requetes
        .parAppel(COMPTEES, appel)
        .ifPresent(r -> resultats.chiffre("requêtes SQL, " + operation, r));
  }

  /** Un contenu jamais vu : le numéro est écrit dans le bourrage. */
  byte[] numeroter(byte[] modele, int numero) {
    byte[] neuf = modele.clone();
    byte[] marque = (nom + "-" + numero).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(marque, 0, neuf, neuf.length / 2, marque.length);
    return neuf;
  }

  /** Une personne qui consulte ses bureaux tant que l’autre travail n’est pas fini. */
  CompletableFuture<Mesure> consulterPendant(String operation, AtomicBoolean fini) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Charge.jouer(
                    1,
                    SANS_LIMITE,
                    PATIENCE_SECONDES,
                    fini,
                    n -> web.page(EpreuvesSuivi.BUREAUX, "Banc 20"))
                .mesure(operation, 1);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  static String numero(int n) {
    return String.format(Locale.ROOT, "%07d", n);
  }
}
