package fr.paraphe.recette.fautes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.outils.controle.Fsck;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deux personnes décident la même étape au même instant, par le web (quality.md T-02, I2). */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class CoursesIT {

  private static final int COURSES = 200;
  private static final int ATTENTE_SECONDES = 60;

  private static final Map<String, String> NOMS =
      Map.of("dgs", "Claire Directrice", "dgs2", "Denis Second", "adjoint", "Anne Adjointe");

  private static final ExecutorService coureurs = Executors.newFixedThreadPool(2);
  private static final CyclicBarrier depart = new CyclicBarrier(2);
  private static final Map<String, Navigation> sessions = new HashMap<>();
  private static Ville ville;

  private record Arrivee(String login, HttpResponse<String> reponse) {
    boolean gagne() {
      return reponse.statusCode() == 302;
    }
  }

  @BeforeAll
  static void ouvrir() throws Exception {
    ville = Ville.debout();
    for (String login : List.of("agent", "dgs", "dgs2", "adjoint")) {
      sessions.put(login, ville.entrer(login));
    }
  }

  @AfterAll
  static void fermer() {
    coureurs.shutdownNow();
  }

  @Test
  void de_deux_visas_simultanes_un_seul_compte_et_le_perdant_sait_qui_l_a_devance()
      throws Exception {
    Map<String, Integer> victoires = new HashMap<>();
    List<String> dossiers = new ArrayList<>();
    for (int i = 0; i < COURSES; i++) {
      String id = sessions.get("agent").creer("Course " + i);
      dossiers.add(id);
      String gagnant = courir(id, "dgs", i % 2 == 0 ? "dgs2" : "adjoint");
      victoires.merge(gagnant, 1, Integer::sum);
    }
    assertThat(victoires).as("chacun gagne quelquefois : les courses sont vraies").hasSize(3);
    for (String id : dossiers) {
      assertThat(compter("etape", "decision = 'VISE'", id)).as("décisions de " + id).isEqualTo(1);
      assertThat(compter("evenement", "nature = 'VISA'", id)).as("journal de " + id).isEqualTo(1);
    }
    assertThat(Fsck.fautes(ville.produit().instance().proprietaire())).isEmpty();
  }

  /** Rend le login du gagnant. */
  private static String courir(String id, String un, String autre) throws Exception {
    Formulaire vueDeUn = sessions.get(un).ouvrir(id);
    Formulaire vueDeAutre = sessions.get(autre).ouvrir(id);
    Future<Arrivee> a = coureurs.submit(() -> viser(un, vueDeUn));
    Future<Arrivee> b = coureurs.submit(() -> viser(autre, vueDeAutre));
    List<Arrivee> arrivees =
        List.of(
            a.get(ATTENTE_SECONDES, TimeUnit.SECONDS), b.get(ATTENTE_SECONDES, TimeUnit.SECONDS));
    List<Arrivee> gagnants = arrivees.stream().filter(Arrivee::gagne).toList();
    assertThat(gagnants).as("gagnants de " + id).hasSize(1);
    Arrivee perdant = arrivees.stream().filter(x -> !x.gagne()).findFirst().orElseThrow();
    assertThat(perdant.reponse().statusCode()).isEqualTo(200);
    assertThat(perdant.reponse().body())
        .containsPattern(
            NOMS.get(gagnants.get(0).login())
                + " l’a déjà visé le \\d{2}/\\d{2}/\\d{4} à \\d{1,2}:\\d{2}\\.")
        .contains("Votre décision n’a pas été appliquée");
    assertThat(
            ville.lignes(
                """
                SELECT e.acteur_nom FROM evenement e JOIN dossier d ON d.id = e.dossier_id
                WHERE d.identifiant = ? AND e.nature = 'VISA'
                """,
                id))
        .as("le journal nomme le gagnant")
        .allMatch(nom -> nom.startsWith(NOMS.get(gagnants.get(0).login())));
    return gagnants.get(0).login();
  }

  private static Arrivee viser(String login, Formulaire vue) throws Exception {
    depart.await(ATTENTE_SECONDES, TimeUnit.SECONDS);
    return new Arrivee(login, sessions.get(login).viser(vue));
  }

  private static long compter(String table, String condition, String id) throws Exception {
    return ville.compter(
        "SELECT count(*) FROM "
            + table
            + " x JOIN dossier d ON d.id = x.dossier_id WHERE d.identifiant = ? AND "
            + condition,
        id);
  }
}
