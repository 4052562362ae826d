package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.outils.atelier.HorlogeReglable;
import fr.paraphe.socle.Tranche;
import fr.paraphe.socle.Transactions;
import fr.paraphe.travaux.Blocages;
import fr.paraphe.travaux.EchecDefinitif;
import fr.paraphe.travaux.Empeche;
import fr.paraphe.travaux.Execution;
import fr.paraphe.travaux.Portee;
import fr.paraphe.travaux.Travail;
import fr.paraphe.travaux.TravailAFaire;
import fr.paraphe.travaux.TravailBloque;
import fr.paraphe.travaux.Travaux;
import fr.paraphe.travaux.infra.Equipe;
import fr.paraphe.travaux.infra.FileRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** La file des travaux, sur une vraie base, à l’heure qu’on lui donne. */
class TravauxTest {

  private static final Instant MIDI = Instant.parse("2026-03-10T11:00:00Z");

  @TempDir static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
  }

  @AfterAll
  static void fermer() {
    mairie.close();
  }

  @BeforeEach
  void vider() {
    Commune.executer(mairie.base, "DELETE FROM travail");
    aller(Duration.ZERO);
  }

  private static void aller(Duration apresMidi) {
    mairie.atelier.bean(HorlogeReglable.class).regler(MIDI.plus(apresMidi));
  }

  private static Transactions transactions() {
    return mairie.atelier.bean(Transactions.class);
  }

  private static void planifier(TravailAFaire... travaux) {
    transactions()
        .nouvelle(
            () -> {
              List.of(travaux).forEach(mairie.atelier.bean(Travaux.class)::planifier);
              return null;
            });
  }

  private record Essai(String genre, boolean disponible, Consumer<Travail> acte)
      implements Execution {
    @Override
    public void executer(Travail travail) {
      acte.accept(travail);
    }
  }

  private static Equipe equipe(Execution... executions) {
    return new Equipe(
        mairie.atelier.bean(FileRepository.class),
        transactions(),
        mairie.atelier.bean(HorlogeReglable.class),
        List.of(executions));
  }

  private static Equipe equipe(Consumer<Travail> acte) {
    return equipe(new Essai("essai", true, acte));
  }

  /** Sans collectivité : ceux de l’instance. */
  private static Portee portee(Integer collectivite) {
    return new Portee(collectivite, collectivite == null);
  }

  private static List<TravailBloque> bloques(Integer collectivite) {
    return transactions()
        .nouvelle(
            () ->
                mairie
                    .atelier
                    .bean(Blocages.class)
                    .lister(portee(collectivite), Tranche.page(1, 50))
                    .lignes());
  }

  private static boolean relancer(Integer collectivite, long id) {
    return transactions()
        .nouvelle(() -> mairie.atelier.bean(Blocages.class).relancer(portee(collectivite), id));
  }

  private static boolean abandonner(Integer collectivite, long id) {
    return transactions()
        .nouvelle(() -> mairie.atelier.bean(Blocages.class).abandonner(portee(collectivite), id));
  }

  private static long reste() {
    return Commune.compter(mairie.base, "SELECT count(*) FROM travail");
  }

  @Test
  void un_travail_fait_quitte_la_file() {
    planifier(TravailAFaire.de("essai").pour(1, null).avec("{\"message\": 7}"));
    List<Travail> vus = new ArrayList<>();
    Equipe equipe = equipe(vus::add);
    assertThat(equipe.avancer()).isTrue();
    assertThat(equipe.avancer()).isFalse();
    assertThat(vus)
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.donnees().getInt("message")).isEqualTo(7);
              assertThat(t.collectivite()).isEqualTo(1);
              assertThat(t.essai()).isEqualTo(1);
            });
    assertThat(reste()).isZero();
  }

  @Test
  void un_travail_demande_par_un_acte_qui_n_a_pas_lieu_n_existe_pas() {
    assertThatThrownBy(
            () ->
                transactions()
                    .nouvelle(
                        () -> {
                          mairie.atelier.bean(Travaux.class).planifier(TravailAFaire.de("essai"));
                          throw new IllegalStateException("l’acte échoue");
                        }))
        .hasMessage("l’acte échoue");
    assertThat(reste()).isZero();
  }

  @Test
  void deux_preneurs_n_ont_jamais_le_meme_travail() throws Exception {
    int nombre = 200;
    planifier(Collections.nCopies(nombre, TravailAFaire.de("essai")).toArray(TravailAFaire[]::new));
    Set<Long> faits = ConcurrentHashMap.newKeySet();
    ConcurrentLinkedQueue<Long> doubles = new ConcurrentLinkedQueue<>();
    Callable<Object> preneur =
        () -> {
          Equipe equipe =
              equipe(
                  t -> {
                    if (!faits.add(t.id())) {
                      doubles.add(t.id());
                    }
                  });
          int n = 0;
          while (equipe.avancer()) {
            n++;
          }
          return n;
        };
    List<Object> parts = Mairie.ensemble(Collections.nCopies(4, preneur));
    assertThat(doubles).isEmpty();
    assertThat(faits).hasSize(nombre);
    assertThat(parts.stream().mapToInt(n -> (Integer) n).sum()).isEqualTo(nombre);
    assertThat(reste()).isZero();
  }

  @Test
  void le_travail_d_un_preneur_tue_est_repris_apres_le_bail_et_pas_avant() {
    planifier(TravailAFaire.de("essai"));
    Travail perdu = equipe(t -> {}).prendre().orElseThrow();

    aller(Equipe.BAIL.minusSeconds(1));
    assertThat(equipe(t -> {}).prendre()).isEmpty();
    aller(Equipe.BAIL);
    Travail repris = equipe(t -> {}).prendre().orElseThrow();
    assertThat(repris.id()).isEqualTo(perdu.id());
    assertThat(repris.essai()).isEqualTo(2);
  }

  @Test
  void qui_a_perdu_sa_prise_ne_conclut_plus_rien() {
    planifier(TravailAFaire.de("essai"));
    Travail lent = equipe(t -> {}).prendre().orElseThrow();
    aller(Equipe.BAIL);
    Travail repris = equipe(t -> {}).prendre().orElseThrow();

    equipe(t -> {}).faire(lent);
    equipe(
            t -> {
              throw new EchecDefinitif("trop tard");
            })
        .faire(lent);
    equipe(
            t -> {
              throw new IllegalStateException("trop tard");
            })
        .faire(lent);
    assertThat(reste()).isOne();
    assertThat(bloques(null)).isEmpty();

    equipe(t -> {}).faire(repris);
    assertThat(reste()).isZero();
  }

  @Test
  void un_travail_en_echec_attend_de_plus_en_plus_puis_se_bloque_avec_sa_cause() {
    planifier(TravailAFaire.de("essai").pour(1, null).essaisMax(3));
    List<Integer> essais = new ArrayList<>();
    Equipe equipe =
        equipe(
            t -> {
              essais.add(t.essai());
              throw new IllegalStateException("la cause du " + t.essai());
            });
    assertThat(equipe.avancer()).isTrue();
    aller(Duration.ofSeconds(29));
    assertThat(equipe.avancer()).isFalse();
    aller(Duration.ofSeconds(30));
    assertThat(equipe.avancer()).isTrue();
    aller(Duration.ofSeconds(89));
    assertThat(equipe.avancer()).isFalse();
    aller(Duration.ofSeconds(90));
    assertThat(equipe.avancer()).isTrue();

    aller(Duration.ofDays(30));
    assertThat(equipe.avancer()).isFalse();
    assertThat(essais).containsExactly(1, 2, 3);
    assertThat(bloques(1))
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.cause()).isEqualTo("la cause du 3");
              assertThat(b.essais()).isEqualTo(3);
              assertThat(b.collectivite()).isEqualTo("Ville de Démo");
              assertThat(b.bloqueLe()).isEqualTo(MIDI.plusSeconds(90));
            });
  }

  @Test
  void un_echec_definitif_bloque_des_le_premier_essai() {
    planifier(TravailAFaire.de("essai"));
    equipe(
            t -> {
              throw new EchecDefinitif("adresse refusée");
            })
        .avancer();
    assertThat(bloques(null)).extracting(TravailBloque::cause).containsExactly("adresse refusée");
  }

  @Test
  void un_travail_qui_tue_chaque_preneur_finit_bloque() {
    planifier(TravailAFaire.de("essai").essaisMax(2));
    for (int i = 0; i < 2; i++) {
      equipe(t -> {}).prendre().orElseThrow();
      aller(Equipe.BAIL.multipliedBy(i + 1L));
    }
    List<Travail> faits = new ArrayList<>();
    assertThat(equipe(faits::add).avancer()).isTrue();
    assertThat(faits).isEmpty();
    assertThat(bloques(null))
        .singleElement()
        .satisfies(b -> assertThat(b.cause()).startsWith("Interrompu à chaque essai"));
  }

  @Test
  void un_empechement_ne_compte_pas_d_essai() {
    planifier(TravailAFaire.de("essai").essaisMax(1));
    for (int i = 0; i < 5; i++) {
      equipe(
              t -> {
                throw new Empeche(Duration.ofMinutes(1), "le serveur ne répond pas", null);
              })
          .avancer();
      aller(Duration.ofMinutes(i + 1L));
    }
    assertThat(bloques(null)).isEmpty();
    assertThat(equipe(t -> {}).avancer()).isTrue();
    assertThat(reste()).isZero();
  }

  @Test
  void un_genre_inconnu_ou_indisponible_attend_sans_echouer() {
    planifier(TravailAFaire.de("inconnu"), TravailAFaire.de("essai"));
    assertThat(equipe(new Essai("essai", false, t -> {})).avancer()).isFalse();
    assertThat(equipe(t -> {}).avancer()).isTrue();
    assertThat(equipe(t -> {}).avancer()).isFalse();
    assertThat(reste()).isOne();
  }

  @Test
  void une_meme_cle_ne_vit_qu_une_fois_et_renait_apres_la_fin() {
    planifier(TravailAFaire.de("essai").unique("a"), TravailAFaire.de("essai").unique("a"));
    planifier(TravailAFaire.de("essai").unique("a"), TravailAFaire.de("essai").unique("b"));
    assertThat(reste()).isEqualTo(2);
    Equipe equipe = equipe(t -> {});
    while (equipe.avancer()) {
      continue;
    }
    planifier(TravailAFaire.de("essai").unique("a"));
    assertThat(reste()).isOne();
  }

  @Test
  void la_priorite_passe_avant_l_anciennete_et_l_avenir_attend() {
    planifier(
        TravailAFaire.de("essai").unique("ordinaire"),
        TravailAFaire.de("essai").unique("demain").priorite(0).pasAvant(MIDI.plusSeconds(86_400)),
        TravailAFaire.de("essai").unique("urgent").priorite(1));
    List<String> ordre = new ArrayList<>();
    Equipe equipe = equipe(t -> ordre.add(t.cle()));
    while (equipe.avancer()) {
      continue;
    }
    assertThat(ordre).containsExactly("urgent", "ordinaire");
  }

  private long bloquer(int collectivite, String cle) {
    planifier(TravailAFaire.de("essai").pour(collectivite, null).unique(cle));
    equipe(
            t -> {
              throw new EchecDefinitif("non");
            })
        .avancer();
    return bloques(collectivite).get(0).id();
  }

  @Test
  void un_travail_bloque_se_relance_avec_tous_ses_essais() {
    long id = bloquer(1, "a");
    assertThat(relancer(1, id)).isTrue();
    List<Integer> essais = new ArrayList<>();
    assertThat(equipe(t -> essais.add(t.essai())).avancer()).isTrue();
    assertThat(essais).containsExactly(1);
    assertThat(reste()).isZero();
    assertThat(relancer(1, id)).isFalse();
  }

  @Test
  void relancer_ne_double_pas_celui_qui_a_pris_la_place() {
    long id = bloquer(1, "a");
    planifier(TravailAFaire.de("essai").pour(1, null).unique("a"));
    assertThat(relancer(1, id)).isTrue();
    assertThat(reste()).isOne();
    assertThat(bloques(null)).isEmpty();
  }

  @Test
  void un_travail_bloque_s_abandonne() {
    long id = bloquer(1, "a");
    assertThat(abandonner(1, id)).isTrue();
    assertThat(abandonner(1, id)).isFalse();
    assertThat(reste()).isZero();
  }

  @Test
  void une_collectivite_ne_voit_ni_ne_touche_les_travaux_d_une_autre() {
    long id = bloquer(2, "a");
    assertThat(bloques(1)).isEmpty();
    assertThat(relancer(1, id)).isFalse();
    assertThat(abandonner(1, id)).isFalse();
    assertThat(bloques(2)).hasSize(1);
  }

  @Test
  void un_travail_vivant_ne_s_abandonne_ni_ne_se_relance() {
    planifier(TravailAFaire.de("essai"));
    long id = Commune.compter(mairie.base, "SELECT id FROM travail");
    assertThat(abandonner(null, id)).isFalse();
    assertThat(relancer(null, id)).isFalse();
    assertThat(reste()).isOne();
  }
}
