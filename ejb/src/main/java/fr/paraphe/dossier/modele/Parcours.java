package fr.paraphe.dossier.modele;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.circuit.EtapeResolue;
import fr.paraphe.circuit.Mode;
import fr.paraphe.organisation.BureauId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Les étapes d’un dossier, dans l’ordre. Celles d’un même rang attendent ensemble : c’est une étape
 * parallèle (features.md C10).
 */
final class Parcours {

  private static final Set<ActionDemandee> HORS_CIRCUIT =
      EnumSet.of(ActionDemandee.EMISSION, ActionDemandee.CORRECTION);

  private final List<Etape> etapes;

  Parcours(List<Etape> etapes) {
    this.etapes = etapes;
  }

  /** Le créneau 0 ouvre un rang ; les suivants s’y rangent. */
  Etape ajouter(Dossier dossier, EtapeResolue prevue, int tour) {
    Etape etape = new Etape(dossier, rang(prevue.creneau()), tour, prevue);
    etapes.add(etape);
    return etape;
  }

  private int rang(int creneau) {
    if (etapes.isEmpty()) {
      return 0;
    }
    int dernier = etapes.get(etapes.size() - 1).rang();
    return creneau == 0 ? dernier + Etape.PAS : dernier;
  }

  /** Là où le dossier attend : plusieurs étapes si elles sont parallèles, aucune à la fin. */
  List<Etape> actives() {
    return attendues()
        .findFirst()
        .map(premiere -> attendues().filter(e -> e.rang() == premiere.rang()).toList())
        .orElse(List.of());
  }

  private Stream<Etape> attendues() {
    return etapes.stream().filter(e -> !e.decidee());
  }

  Optional<Etape> courante() {
    return actives().stream().findFirst();
  }

  /** L’étape active de ce bureau ; à défaut, la première. */
  Etape active(BureauId bureau) {
    List<Etape> actives = actives();
    return actives.stream()
        .filter(e -> e.bureau().equals(bureau))
        .findFirst()
        .or(() -> actives.stream().findFirst())
        .orElseThrow();
  }

  /** Les étapes du même rang, elle comprise. */
  List<Etape> groupe(Etape etape) {
    return etapes.stream().filter(e -> e.rang() == etape.rang()).toList();
  }

  /** Vrai si assez de bureaux de ce rang ont décidé. */
  boolean accompli(Etape etape) {
    List<Etape> groupe = groupe(etape);
    long prises = groupe.stream().filter(Etape::decidee).count();
    return prises >= requis(etape, groupe.size());
  }

  private static int requis(Etape etape, int bureaux) {
    return etape.mode() == Mode.ET ? Math.min(bureaux, etape.requis().orElse(bureaux)) : 1;
  }

  /** Vrai si ce qui reste à parcourir après cette étape est ce circuit. */
  boolean suit(Etape etape, List<EtapeResolue> circuit) {
    return etapes.stream()
        .filter(e -> e.rang() > etape.rang())
        .map(Etape::prevue)
        .toList()
        .equals(circuit);
  }

  /** Ce que le dernier tour avait prévu, l’émission et la correction à part. */
  List<EtapeResolue> circuitDuTour() {
    int tour = tourSuivant() - 1;
    return etapes.stream()
        .filter(e -> e.tour() == tour && !HORS_CIRCUIT.contains(e.action()))
        .map(Etape::prevue)
        .toList();
  }

  /** Le tour qui suit le dernier. */
  int tourSuivant() {
    return etapes.get(etapes.size() - 1).tour() + 1;
  }

  /** Ce qui restait à décider n’a plus lieu d’être. */
  void abandonner(Instant instant) {
    attendues().forEach(e -> e.rendreSansObjet(instant));
  }

  /** Les parallèles de cette étape n’ont plus rien à décider : elle a suffi. */
  void suffire(Etape etape, Instant instant) {
    groupe(etape).stream().filter(e -> !e.decidee()).forEach(e -> e.rendreSansObjet(instant));
  }

  /** Le rang qui précède celui-ci ; vide au début. */
  List<Etape> precedentes(Etape etape) {
    return etapes.stream()
        .filter(e -> e.rang() < etape.rang())
        .reduce((a, b) -> b)
        .map(this::groupe)
        .orElse(List.of());
  }
}
