package fr.paraphe.outils.banc;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;

/** Les dépôts d’un connecteur : beaucoup, et de gros. */
final class EpreuvesDepot {

  private static final int LETTRE = 200_000;
  private static final long GROS = 75_000_000L;
  private static final int MODELES = 16;

  /** Avant la mesure : les premiers millièmes d’une machine virtuelle froide ne comparent rien. */
  private static final int CHAUFFE = 1_500;

  private static final int DUREE_MAX = 600;

  /** Un relevé est un ramassage complet : trop rapprochés, ils mesureraient le ramasse-miettes. */
  private static final int RELEVE_MS = 400;

  private final Passe passe;

  EpreuvesDepot(Passe passe) {
    this.passe = passe;
  }

  void creations() throws Exception {
    byte[][] modeles = new byte[MODELES][];
    for (int i = 0; i < modeles.length; i++) {
      modeles[i] = PdfDEssai.de(LETTRE, i);
    }
    IntPredicate appel =
        n ->
            passe
                .soap()
                .creer(
                    "cree-" + passe.nom() + "-" + n,
                    "Courrier",
                    "Courrier simple",
                    passe.numeroter(modeles[n % MODELES], n));
    Charge.jouer(Passe.CLIENTS, CHAUFFE, DUREE_MAX, n -> appel.test(1_000_000 + n));
    Charge.Passage passage =
        Charge.jouer(Passe.CLIENTS, passe.options().creations(), DUREE_MAX, appel);
    passe.noter(passage.mesure("SOAP CreerDossier, PDF de 200 Ko", Passe.CLIENTS));
    passe
        .resultats()
        .chiffre("CreerDossier : dernier dixième rapporté au premier", regularite(passage.nanos()));
  }

  private static double regularite(List<Long> nanos) {
    int dixieme = Math.max(1, nanos.size() / 10);
    double premiers = moyenne(nanos.subList(0, dixieme));
    double derniers = moyenne(nanos.subList(nanos.size() - dixieme, nanos.size()));
    return Math.round(100 * derniers / premiers) / 100.0;
  }

  private static double moyenne(List<Long> nanos) {
    return nanos.stream().mapToLong(Long::longValue).average().orElse(1);
  }

  /** Quatre dépôts de 100 Mo de base64 à la fois. */
  void gros() throws Exception {
    Path pdf = Files.createTempFile(passe.options().donnees(), "gros", ".pdf");
    try {
      try (OutputStream sortie = new BufferedOutputStream(Files.newOutputStream(pdf), 1 << 16)) {
        PdfDEssai.ecrire(sortie, GROS, System.nanoTime());
      }
      long avant = passe.memoire().tasVivant();
      long[] sommet = {avant};
      AtomicBoolean fini = new AtomicBoolean();
      Thread veille = new Thread(() -> surveiller(fini, sommet));
      veille.start();
      passe.mesurer(
          "SOAP CreerDossier, 100 Mo de base64 dans le corps",
          Passe.CLIENTS,
          Passe.CLIENTS,
          DUREE_MAX,
          n -> passe.soap().creerGros("gros-" + passe.nom() + "-" + n, "Visa", "Visa simple", pdf));
      fini.set(true);
      veille.join();
      passe.resultats().chiffre("tas vivant avant les 4 × 100 Mo, Mio", avant);
      passe.resultats().chiffre("tas vivant le plus haut pendant, Mio", sommet[0]);
      passe.resultats().chiffre("tas vivant après, Mio", passe.memoire().tasVivant());
    } finally {
      Files.delete(pdf);
    }
  }

  private void surveiller(AtomicBoolean fini, long[] sommet) {
    try {
      while (!fini.get()) {
        sommet[0] = Math.max(sommet[0], passe.memoire().tasVivant());
        Thread.sleep(RELEVE_MS);
      }
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
