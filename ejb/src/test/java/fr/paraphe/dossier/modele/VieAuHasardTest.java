package fr.paraphe.dossier.modele;

import static fr.paraphe.dossier.modele.UnActeur.proprietaire;
import static fr.paraphe.dossier.modele.UnActeur.unActeur;
import static fr.paraphe.dossier.modele.UnDossier.unDossier;
import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.dossier.Action;
import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.EtatDossier;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.socle.ErreurMetier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;

/**
 * Des demandes au hasard, passées par la porte, contre un modèle d’une page : une liste de mots et
 * un curseur. Ce que le modèle refuse, la porte le refuse et le dossier n’en garde rien.
 */
class VieAuHasardTest {

  private static final List<String> ACTEURS = List.of("Courrier", "DGS", "Maire", "Archives");

  private static final Map<String, Acteur> GENS =
      Map.of(
          "Courrier", proprietaire("Camille Agent", "Courrier"),
          "DGS", proprietaire("Claire Directrice", "DGS"),
          "Maire", unActeur("Hugo Voisin").delegueDe("Maire", null).acteur(),
          "Archives", proprietaire("Inès Archiviste", "Archives"));

  private static final Map<Action, BiConsumer<Dossier, Circonstance>> VERBES =
      Map.of(
          Action.TRANSMETTRE, Dossier::transmettre,
          Action.VISER, Dossier::viser,
          Action.SIGNER, Dossier::signer,
          Action.CACHETER, Dossier::cacheter,
          Action.REJETER, Dossier::rejeter,
          Action.RECUPERER, Dossier::recuperer,
          Action.ARCHIVER, Dossier::archiver,
          Action.EFFACER, Dossier::effacer);

  /**
   * Une demande : qui, quoi, avec un motif ou non. LIRE vaut ici ouverture par l’acteur en charge.
   */
  record Demande(String acteur, Action action, boolean motive, boolean aPropos) {}

  /** Le modèle : l’étape attendue est la tête de {@code suite} ; la liste vide est la fin. */
  private static final class Modele {

    private final List<EtapeResolue> suite;
    private EtatDossier etat = EtatDossier.BROUILLON;
    private String bureau = "Courrier";
    private String reprenable = "";
    private EtapeResolue reprise;
    private boolean ouvert;
    private int remords;

    Modele(List<EtapeResolue> circuit) {
      suite = new ArrayList<>(circuit);
    }

    boolean accepte(Demande d) {
      boolean motifSuffit = d.action() != Action.REJETER || d.motive();
      if (d.action() == Action.RECUPERER) {
        return etat == EtatDossier.EN_COURS && !ouvert && d.acteur().equals(reprenable);
      }
      return d.acteur().equals(bureau) && motifSuffit && attend(d.action());
    }

    Demande ajuster(Demande d) {
      if (!d.aPropos() || !etat.enCirculation() || d.action() == Action.LIRE) {
        return d;
      }
      Action attendue =
          switch (etat) {
            case BROUILLON -> Action.TRANSMETTRE;
            case EN_COURS ->
                d.action() == Action.REJETER ? d.action() : acte(suite.get(0).action());
            default -> d.action();
          };
      return new Demande(bureau, attendue, d.motive(), true);
    }

    private boolean attend(Action action) {
      return switch (etat) {
        case BROUILLON -> action == Action.TRANSMETTRE || action == Action.EFFACER;
        case EN_COURS -> action == Action.REJETER || action == acte(suite.get(0).action());
        case REJETE -> action == Action.EFFACER;
        case TERMINE -> action == Action.ARCHIVER || action == Action.EFFACER;
        case ARCHIVE, SUPPRIME -> false;
      };
    }

    private static Action acte(ActionDemandee demandee) {
      return switch (demandee) {
        case VISA -> Action.VISER;
        case SIGNATURE -> Action.SIGNER;
        case CACHET -> Action.CACHETER;
        default -> throw new IllegalStateException(demandee.name());
      };
    }

    void appliquer(Action action) {
      switch (action) {
        case EFFACER -> etat = EtatDossier.SUPPRIME;
        case ARCHIVER -> etat = EtatDossier.ARCHIVE;
        case REJETER -> {
          etat = EtatDossier.REJETE;
          bureau = "Courrier";
        }
        case RECUPERER -> reprendre();
        case TRANSMETTRE -> avancer(null);
        default -> avancer(suite.remove(0));
      }
    }

    private void reprendre() {
      remords++;
      bureau = reprenable;
      reprenable = "";
      ouvert = false;
      if (reprise == null) {
        etat = EtatDossier.BROUILLON;
      } else {
        suite.add(0, reprise);
        ouvert = true;
      }
    }

    private void avancer(EtapeResolue faite) {
      boolean sansTrace = faite == null || faite.action() == ActionDemandee.VISA;
      reprise = faite;
      reprenable = sansTrace ? bureau : "";
      ouvert = false;
      etat = suite.isEmpty() ? EtatDossier.TERMINE : EtatDossier.EN_COURS;
      bureau = suite.isEmpty() ? "Archives" : LaMairie.nom(suite.get(0).bureau());
    }
  }

  @Provide
  Arbitrary<List<EtapeResolue>> circuits() {
    return Combinators.combine(
            Arbitraries.of(ActionDemandee.VISA, ActionDemandee.SIGNATURE, ActionDemandee.CACHET),
            Arbitraries.of("DGS", "Maire", "Courrier"))
        .as(UnDossier::etape)
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<Demande>> demandes() {
    return Combinators.combine(
            Arbitraries.of(ACTEURS),
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.of(Action.VISER, Action.SIGNER)),
                net.jqwik.api.Tuple.of(4, Arbitraries.of(Action.TRANSMETTRE, Action.CACHETER)),
                net.jqwik.api.Tuple.of(2, Arbitraries.of(Action.LIRE, Action.ARCHIVER)),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(Action.RECUPERER)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Action.REJETER, Action.EFFACER))),
            Arbitraries.of(true, false),
            Arbitraries.frequency(
                net.jqwik.api.Tuple.of(3, false), net.jqwik.api.Tuple.of(1, true)))
        .as(Demande::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 500)
  void le_dossier_suit_le_modele_et_ne_garde_rien_d_un_refus(
      @ForAll("circuits") List<EtapeResolue> circuit, @ForAll("demandes") List<Demande> demandes) {
    Dossier dossier = unDossier().surCircuit(circuit.toArray(EtapeResolue[]::new)).brouillon();
    Modele modele = new Modele(circuit);
    Instant instant = UnActe.heure("08:00");
    for (Demande tiree : demandes) {
      Demande demande = modele.ajuster(tiree);
      instant = instant.plusSeconds(60);
      if (demande.action() == Action.LIRE) {
        lire(dossier, demande, modele, instant);
      } else {
        decider(dossier, demande, modele, instant);
      }
      verifier(dossier, modele);
    }
    Statistics.collect(dossier.etat());
    Statistics.coverage(VieAuHasardTest::chaqueEtatEstAtteint);
    Statistics.label("remords").collect(modele.remords > 0);
    Statistics.label("remords").coverage(c -> c.check(true).count(n -> n > 0));
  }

  /** Sans quoi l’essai ne prouverait rien des états tardifs. */
  private static void chaqueEtatEstAtteint(StatisticsCoverage couverture) {
    for (EtatDossier etat : EtatDossier.values()) {
      couverture.check(etat).count(n -> n > 0);
    }
  }

  private static void lire(Dossier dossier, Demande demande, Modele modele, Instant instant) {
    boolean enCharge =
        modele.etat == EtatDossier.EN_COURS && demande.acteur().equals(modele.bureau);
    Acteur acteur = GENS.get(demande.acteur());
    if (enCharge) {
      boolean premiere = !dossier.courante().orElseThrow().lue();
      Publication.faits(dossier);
      dossier.lire(circonstance(Droits.titre(acteur, dossier).orElseThrow(), instant, Avis.SANS));
      assertThat(Publication.faits(dossier)).hasSize(premiere ? 1 : 0);
      modele.ouvert = true;
    }
  }

  private static void decider(Dossier dossier, Demande demande, Modele modele, Instant instant) {
    Avis avis = Avis.publique(demande.motive() ? "motif" : "");
    Publication.faits(dossier);
    String avant = photo(dossier);
    try {
      Auteur auteur =
          new Porte(LaMairie::nom)
              .franchir(GENS.get(demande.acteur()), dossier, demande.action(), avis);
      assertThat(modele.accepte(demande)).as("accepté à tort : %s", demande).isTrue();
      VERBES.get(demande.action()).accept(dossier, circonstance(auteur, instant, avis));
      modele.appliquer(demande.action());
      assertThat(Publication.faits(dossier)).as("tout acte laisse une trace").isNotEmpty();
    } catch (ErreurMetier refus) {
      assertThat(modele.accepte(demande)).as("refusé à tort : %s", demande).isFalse();
      assertThat(photo(dossier)).as("un refus ne change rien").isEqualTo(avant);
      assertThat(Publication.faits(dossier)).isEmpty();
    }
  }

  private static Circonstance circonstance(Auteur auteur, Instant instant, Avis avis) {
    return new Circonstance(auteur, instant, avis, LaMairie::nom);
  }

  private static String photo(Dossier dossier) {
    return dossier.etat()
        + " "
        + dossier.statut()
        + " "
        + dossier.etapes().stream()
            .map(e -> e.rang() + ":" + e.decision() + ":" + e.arriveeLe() + ":" + e.lue())
            .toList();
  }

  private static void verifier(Dossier dossier, Modele modele) {
    assertThat(dossier.etat()).isEqualTo(modele.etat);
    assertThat(dossier.courante().isPresent()).isEqualTo(modele.etat.enCirculation());
    dossier
        .courante()
        .ifPresent(
            e -> {
              assertThat(LaMairie.nom(e.bureau())).isEqualTo(modele.bureau);
              assertThat(e.arriveeLe()).isNotNull();
            });
  }
}
