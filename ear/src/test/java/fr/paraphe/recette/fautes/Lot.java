package fr.paraphe.recette.fautes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Un lot de dépôts (un sur deux par SOAP, les autres par l’écran) et de visas, joué par trois
 * clients, qui se souvient de ce qui lui a été acquitté et de ce qui est resté sans réponse.
 */
final class Lot {

  private static final int CLIENTS = 3;
  private static final int SALVE_MINUTES = 3;

  private final Ville ville;
  private final String nom;
  private final Queue<String> aDeposer = new ConcurrentLinkedQueue<>();
  private final Queue<String> aViser = new ConcurrentLinkedQueue<>();
  private final Map<String, String> deposes = new ConcurrentHashMap<>();
  private final Map<String, String> vises = new ConcurrentHashMap<>();
  private final Queue<String> depotsSansReponse = new ConcurrentLinkedQueue<>();
  private final Queue<String> visasSansReponse = new ConcurrentLinkedQueue<>();

  private volatile boolean tue;

  Lot(Ville ville, String nom, int taille) {
    this.ville = ville;
    this.nom = nom;
    for (int i = 0; i < taille; i++) {
      aDeposer.add(nom + " " + i);
    }
  }

  String titres() {
    return nom + " %";
  }

  int reste() {
    return aDeposer.size() + aViser.size();
  }

  /** Joue, et tue le serveur ce délai après tant d’actes acquittés. */
  void jouerJusquA(int actes, int delaiMs) throws Exception {
    ScheduledExecutorService bourreau = Executors.newSingleThreadScheduledExecutor();
    try {
      tue = false;
      AtomicInteger acquittes = new AtomicInteger();
      jouer(
          () -> {
            if (acquittes.incrementAndGet() == actes) {
              bourreau.schedule(this::tuer, delaiMs, TimeUnit.MILLISECONDS);
            }
          });
    } finally {
      bourreau.shutdown();
      assertThat(bourreau.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  void finir() throws Exception {
    tue = false;
    jouer(() -> {});
    assertThat(depotsSansReponse).isEmpty();
    assertThat(visasSansReponse).isEmpty();
  }

  private Void tuer() throws InterruptedException {
    tue = true;
    ville.produit().instance().tuerServeur();
    return null;
  }

  /** Les clients jouent jusqu’au bout du lot, ou jusqu’à ce que plus rien ne réponde. */
  private void jouer(Runnable acquitte) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> fins = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        fins.add(clients.submit(() -> client(acquitte)));
      }
      for (Future<?> fin : fins) {
        fin.get(SALVE_MINUTES, TimeUnit.MINUTES);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private Void client(Runnable acquitte) throws Exception {
    try {
      Navigation agent = ville.entrer("agent");
      Navigation dgs = ville.entrer("dgs");
      boolean continuer = true;
      while (continuer) {
        continuer = deposer(agent, acquitte) | viser(dgs, acquitte);
      }
    } catch (IOException sansReponse) {
      assertThat(tue).as("silence ou réponse de travers : " + sansReponse).isTrue();
    }
    return null;
  }

  private boolean deposer(Navigation agent, Runnable acquitte) throws Exception {
    String titre = aDeposer.poll();
    if (titre == null) {
      return false;
    }
    try {
      String id = parSoap(titre) ? creerParSoap(agent, titre) : agent.creer(titre);
      deposes.put(titre, id);
      aViser.add(titre);
      acquitte.run();
      return true;
    } catch (IOException e) {
      depotsSansReponse.add(titre);
      throw e;
    }
  }

  private static boolean parSoap(String titre) {
    return (titre.charAt(titre.length() - 1) - '0') % 2 == 0;
  }

  /** Le connecteur donne l’identifiant : c’est le titre. */
  private String creerParSoap(Navigation connecteur, String titre)
      throws IOException, InterruptedException {
    String message = Soap.creation(titre, Pdf.disant(titre).contenu());
    HttpResponse<String> r = connecteur.soap(Ville.complet("ws"), ville.motDePasse(), message);
    assertThat(r.statusCode()).as(r.body()).isEqualTo(200);
    assertThat(r.body())
        .contains("<codeRetour>OK</codeRetour>")
        .contains("Dossier " + titre + " soumis dans le circuit");
    return titre;
  }

  private boolean viser(Navigation dgs, Runnable acquitte) throws Exception {
    String titre = aViser.poll();
    if (titre == null) {
      return false;
    }
    try {
      HttpResponse<String> r = dgs.viser(dgs.ouvrir(deposes.get(titre)));
      assertThat(r.statusCode()).as("visa de " + titre).isEqualTo(302);
      vises.put(titre, deposes.get(titre));
      acquitte.run();
      return true;
    } catch (IOException e) {
      visasSansReponse.add(titre);
      throw e;
    }
  }

  /** Ce qui est acquitté est là, une fois ; le reste est entier ou absent, et sera repris. */
  void verifier(long graine) throws Exception {
    for (Map.Entry<String, String> depot : deposes.entrySet()) {
      assertThat(identifiants(depot.getKey()))
          .as("graine %d, dépôt acquitté %s", graine, depot.getKey())
          .containsExactly(depot.getValue());
    }
    for (String titre : vises.keySet()) {
      assertThat(visas(titre)).as("graine %d, visa acquitté %s", graine, titre).isEqualTo(1);
    }
    reprendreDepots(graine);
    reprendreVisas(graine);
  }

  private void reprendreDepots(long graine) throws Exception {
    for (String titre; (titre = depotsSansReponse.poll()) != null; ) {
      List<String> present = identifiants(titre);
      assertThat(present).as("graine %d, dépôt sans réponse %s", graine, titre).hasSizeLessThan(2);
      if (!present.isEmpty()) {
        assertThat(entier(titre)).as("graine %d, entier : %s", graine, titre).isEqualTo(1);
      }
      if (parSoap(titre)) {
        creerParSoap(new Navigation(ville.produit().adresse()), titre);
        present = identifiants(titre);
        assertThat(present).as("graine %d, dépôt repris %s", graine, titre).hasSize(1);
      }
      if (present.isEmpty()) {
        aDeposer.add(titre);
      } else {
        deposes.put(titre, present.get(0));
        aViser.add(titre);
      }
    }
  }

  private List<String> identifiants(String titre) throws SQLException {
    return ville.lignes("SELECT identifiant FROM dossier WHERE titre = ?", titre);
  }

  private void reprendreVisas(long graine) throws SQLException {
    for (String titre; (titre = visasSansReponse.poll()) != null; ) {
      long faits = visas(titre);
      assertThat(faits).as("graine %d, visa sans réponse %s", graine, titre).isLessThan(2);
      if (faits == 0) {
        aViser.add(titre);
      } else {
        vises.put(titre, deposes.get(titre));
      }
    }
  }

  /** 1 si le dossier a son document, sa tâche, sa création et sa transmission au journal. */
  private long entier(String titre) throws SQLException {
    return ville.compter(
        """
        SELECT count(*) FROM dossier d WHERE d.titre = ? AND d.etat = 'EN_COURS'
        AND (SELECT count(*) FROM document x JOIN blob b ON b.id = x.blob_id WHERE x.dossier_id = d.id) = 1
        AND (SELECT count(*) FROM tache t WHERE t.dossier_id = d.id) = 1
        AND (SELECT count(*) FROM evenement e WHERE e.dossier_id = d.id AND e.nature IN ('CREATION', 'EMISSION')) = 2
        """,
        titre);
  }

  /** Décisions de visa du dossier ; échoue si le journal en dit un autre nombre. */
  private long visas(String titre) throws SQLException {
    long decisions =
        ville.compter(
            "SELECT count(*) FROM etape e JOIN dossier d ON d.id = e.dossier_id WHERE d.titre = ? AND e.decision = 'VISE'",
            titre);
    assertThat(
            ville.compter(
                "SELECT count(*) FROM evenement e JOIN dossier d ON d.id = e.dossier_id WHERE d.titre = ? AND e.nature = 'VISA'",
                titre))
        .as("journal de " + titre)
        .isEqualTo(decisions);
    return decisions;
  }
}
