package fr.paraphe.outils.banc;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.SignatureDossiers;
import fr.paraphe.outils.atelier.Atelier;
import fr.paraphe.outils.atelier.Base;
import fr.paraphe.outils.sql.Ordres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** Les opérations que l’on doit (design §6), sur le serveur en marche. */
final class Epreuves {

  private static final int CLIENTS = 4;
  private static final int LETTRES = 500;
  private static final int LETTRE = 200_000;
  private static final long GROS = 75_000_000L;
  private static final int SANS_LIMITE = Integer.MAX_VALUE;
  private static final String BUREAUX = "/iparapheur/bureaux.xhtml";
  private static final List<String> TRIS =
      List.of("date_limite", "arrivee", "creation", "titre", "type", "bureau_emetteur");

  private final OptionsBanc options;
  private final Base base;
  private final ClientSoap soap;
  private final ClientWeb web;
  private final Memoire memoire;
  private final Resultats resultats;
  private final Consumer<String> nouvelles;
  private final String passe = Long.toString(System.currentTimeMillis(), 36);

  Epreuves(
      OptionsBanc options,
      Base base,
      ClientSoap soap,
      ClientWeb web,
      Resultats resultats,
      Consumer<String> nouvelles)
      throws IOException {
    this.options = options;
    this.base = base;
    this.soap = soap;
    this.web = web;
    this.memoire = Memoire.duServeur();
    this.resultats = resultats;
    this.nouvelles = nouvelles;
  }

  void jouer() throws Exception {
    resultats.chiffre("mémoire résidente du serveur au repos, Mio", memoire.residente());
    historique();
    pages();
    corbeille();
    creations();
    cachets();
    gros();
    resultats.chiffre("mémoire résidente du serveur après la charge, Mio", memoire.residente());
  }

  private Mesure mesurer(
      String operation, int clients, int nombre, int secondes, IntPredicate appel)
      throws Exception {
    Mesure mesure =
        resultats.ajouter(
            Charge.jouer(clients, nombre, secondes, appel).mesure(operation, clients));
    nouvelles.accept(mesure.ligne());
    return mesure;
  }

  private void historique() throws Exception {
    int demo = Math.max(1, options.dossiers() / 4);
    IntPredicate appel =
        n ->
            soap.historique(
                Peuplement.PREFIXE
                    + String.format(
                        Locale.ROOT, "%07d", 4 * ThreadLocalRandom.current().nextInt(demo)));
    Charge.jouer(CLIENTS, SANS_LIMITE, 5, appel);
    mesurer("SOAP GetHistoDossier, au hasard", CLIENTS, SANS_LIMITE, options.secondes(), appel);
  }

  private void pages() throws Exception {
    IntPredicate page = n -> web.page(BUREAUX, "Banc 20");
    Charge.jouer(2, SANS_LIMITE, 5, page);
    mesurer("page des bureaux, 20 bureaux", 1, SANS_LIMITE, options.secondes(), page);
  }

  private void corbeille() throws Exception {
    int bureau;
    try (Ordres ordres = Ordres.ouvrir(base)) {
      bureau =
          ordres
              .entier(
                  "SELECT b.id FROM bureau b JOIN collectivite c ON c.id = b.collectivite_id WHERE c.domaine = 'demo' AND b.nom_court = 'Banc 01'")
              .orElseThrow();
    }
    String liste = "/iparapheur/corbeille.xhtml?bureau=" + bureau + "&bannette=a-traiter";
    Charge.jouer(1, SANS_LIMITE, 3, n -> web.page(liste, "BANC"));
    int part = Math.max(2, options.secondes() / 3);
    for (String tri : TRIS) {
      String adresse = liste + "&tri=" + tri + "&sens=desc";
      mesurer(
          "corbeille triée par " + tri, 1, SANS_LIMITE, part, n -> web.page(adresse, "du banc"));
    }
    mesurer(
        "corbeille, en retard",
        1,
        SANS_LIMITE,
        part,
        n -> web.page(liste + "&retard=oui", "Banc 01"));
    mesurer(
        "corbeille, texte cherché",
        1,
        SANS_LIMITE,
        part,
        n -> web.page(liste + "&q=banc+0", "Banc 01"));
  }

  private void creations() throws Exception {
    byte[][] modeles = new byte[16][];
    for (int i = 0; i < modeles.length; i++) {
      modeles[i] = PdfDEssai.de(LETTRE, i);
    }
    IntPredicate appel =
        n ->
            soap.creer(
                "cree-" + passe + "-" + n,
                "Courrier",
                "Courrier simple",
                numeroter(modeles[n % 16], n));
    Charge.jouer(CLIENTS, 50, 20, n -> appel.test(1_000_000 + n));
    Charge.Passage passage = Charge.jouer(CLIENTS, options.creations(), 240, appel);
    nouvelles.accept(
        resultats.ajouter(passage.mesure("SOAP CreerDossier, PDF de 200 Ko", CLIENTS)).ligne());
    int dixieme = Math.max(1, passage.nanos().size() / 10);
    double premiers = moyenne(passage.nanos().subList(0, dixieme));
    double derniers =
        moyenne(passage.nanos().subList(passage.nanos().size() - dixieme, passage.nanos().size()));
    resultats.chiffre(
        "CreerDossier : dernier dixième rapporté au premier",
        Math.round(100 * derniers / premiers) / 100.0);
  }

  private static double moyenne(List<Long> nanos) {
    return nanos.stream().mapToLong(Long::longValue).average().orElse(1);
  }

  /** Un contenu jamais vu : le numéro est écrit dans le bourrage. */
  private byte[] numeroter(byte[] modele, int numero) {
    byte[] neuf = modele.clone();
    byte[] marque = (passe + "-" + numero).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(marque, 0, neuf, neuf.length / 2, marque.length);
    return neuf;
  }

  /** Le métier hors du serveur cachète, deux fils, pendant qu’une personne consulte ses bureaux. */
  private void cachets() throws Exception {
    byte[] modele = PdfDEssai.de(30_000, 7);
    String lot = "cachet-" + passe + "-";
    Charge.jouer(
        CLIENTS,
        LETTRES + 20,
        120,
        n -> soap.creer(lot + n, "Cachet", "Cachet manuel", numeroter(modele, n)));
    try (Atelier atelier = Atelier.ouvrir(base)) {
      SignatureDossiers signature = atelier.bean(SignatureDossiers.class);
      IntPredicate cacheter = n -> cacheter(atelier, signature, lot + n);
      Charge.jouer(2, 20, 60, n -> cacheter.test(LETTRES + n));
      AtomicBoolean fini = new AtomicBoolean();
      CompletableFuture<Mesure> pages = CompletableFuture.supplyAsync(() -> pagesJusque(fini));
      mesurer("cachet de 500 lettres (métier hors serveur)", 2, LETTRES, 120, cacheter);
      fini.set(true);
      nouvelles.accept(resultats.ajouter(pages.get()).ligne());
    }
  }

  private static boolean cacheter(Atelier atelier, SignatureDossiers signature, String id) {
    return atelier.horsTransaction(
        "agent@demo",
        () -> {
          signature.cacheter(new IdentifiantDossier(id), Avis.SANS);
          return true;
        });
  }

  private Mesure pagesJusque(AtomicBoolean fini) {
    try {
      return Charge.jouer(1, SANS_LIMITE, 120, fini, n -> web.page(BUREAUX, "Banc 20"))
          .mesure("page des bureaux pendant les cachets", 1);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void gros() throws Exception {
    Path pdf = Files.createTempFile(options.donnees(), "gros", ".pdf");
    try {
      try (OutputStream sortie =
          new java.io.BufferedOutputStream(Files.newOutputStream(pdf), 1 << 16)) {
        PdfDEssai.ecrire(sortie, GROS, System.nanoTime());
      }
      long avant = memoire.tasVivant();
      long[] sommet = {avant};
      AtomicBoolean fini = new AtomicBoolean();
      Thread veille = new Thread(() -> surveiller(fini, sommet));
      veille.start();
      mesurer(
          "SOAP CreerDossier, 100 Mo de base64 dans le corps",
          CLIENTS,
          CLIENTS,
          300,
          n -> soap.creerGros("gros-" + passe + "-" + n, "Visa", "Visa simple", pdf));
      fini.set(true);
      veille.join();
      resultats.chiffre("tas vivant avant les 4 × 100 Mo, Mio", avant);
      resultats.chiffre("tas vivant le plus haut pendant, Mio", sommet[0]);
      resultats.chiffre("tas vivant après, Mio", memoire.tasVivant());
    } finally {
      Files.delete(pdf);
    }
  }

  private void surveiller(AtomicBoolean fini, long[] sommet) {
    try {
      while (!fini.get()) {
        sommet[0] = Math.max(sommet[0], memoire.tasVivant());
        Thread.sleep(400);
      }
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  long dossiers() throws SQLException {
    try (Ordres ordres = Ordres.ouvrir(base)) {
      return ordres.nombre("SELECT count(*) FROM dossier");
    }
  }
}
