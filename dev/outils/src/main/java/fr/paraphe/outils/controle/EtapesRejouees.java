package fr.paraphe.outils.controle;

import fr.paraphe.circuit.ActionDemandee;
import fr.paraphe.outils.controle.DossierLu.Etape;
import fr.paraphe.outils.controle.DossierLu.Issue;
import fr.paraphe.outils.controle.DossierLu.Suivi;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Les étapes d’un dossier, au point où en est le rejeu de son journal. */
final class EtapesRejouees {

  private static final String SANS_OBJET = "SANS_OBJET";

  private final DossierLu dossier;
  private final Map<Long, Suivi> suivis = new LinkedHashMap<>();

  EtapesRejouees(DossierLu dossier) {
    this.dossier = dossier;
    tour(1).forEach(e -> suivis.put(e.id(), Suivi.RIEN));
  }

  /** Par étape ; une étape absente est une étape que le journal n’a pas fait naître. */
  Map<Long, Suivi> suivis() {
    return suivis;
  }

  static boolean action(Etape etape, ActionDemandee action) {
    return etape.action().equals(action.name());
  }

  /** Là où le dossier attend ; plusieurs étapes si elles sont parallèles. */
  List<Etape> actives() {
    List<Etape> attendues =
        dossier.etapes().stream()
            .filter(e -> suivis.containsKey(e.id()) && suivi(e).issue() == null)
            .toList();
    return attendues.stream().filter(e -> e.rang() == attendues.get(0).rang()).toList();
  }

  Optional<Etape> courante() {
    return actives().stream().findFirst();
  }

  /** La dernière décidée du rang qui précède. */
  Optional<Etape> precedente() {
    return dossier.etapes().stream()
        .filter(e -> suivis.containsKey(e.id()) && suivi(e).issue() != null)
        .filter(e -> e.rang() < courante().map(Etape::rang).orElse(Integer.MAX_VALUE))
        .reduce((a, b) -> b)
        .flatMap(e -> groupe(e).stream().filter(d -> !sansObjet(d)).max(this::ordreDeDecision));
  }

  int ordreDeDecision(Etape a, Etape b) {
    return suivi(a).issue().instant().compareTo(suivi(b).issue().instant());
  }

  List<Etape> groupe(Etape etape) {
    return dossier.etapes().stream()
        .filter(e -> e.rang() == etape.rang() && suivis.containsKey(e.id()))
        .toList();
  }

  boolean accompli(Etape etape) {
    int bureaux = groupe(etape).size();
    Integer requis = etape.place().requis();
    int suffit = "ET".equals(etape.place().mode()) ? (requis == null ? bureaux : requis) : 1;
    return groupe(etape).stream().filter(e -> suivi(e).issue() != null).count()
        >= Math.min(suffit, bureaux);
  }

  void suffire(Etape etape, Instant instant) {
    Issue sansObjet = new Issue(SANS_OBJET, instant, null, null, null);
    groupe(etape).stream()
        .filter(e -> suivi(e).issue() == null)
        .forEach(e -> conclure(e, sansObjet, null));
  }

  boolean sansObjet(Etape etape) {
    Issue issue = suivi(etape).issue();
    return issue != null && SANS_OBJET.equals(issue.decision());
  }

  void rouvrir(Etape etape) {
    Suivi s = suivi(etape);
    poser(etape, new Suivi(s.arriveeLe(), s.lueLe(), null, null));
  }

  Optional<Etape> correctionSuivante() {
    return dossier.etapes().stream().filter(e -> !suivis.containsKey(e.id())).findFirst();
  }

  Optional<Etape> etape(Long id) {
    return dossier.etapes().stream().filter(e -> id != null && e.id() == id).findFirst();
  }

  Suivi suivi(Etape etape) {
    return suivis.get(etape.id());
  }

  void poser(Etape etape, Suivi suivi) {
    suivis.put(etape.id(), suivi);
  }

  void conclure(Etape etape, Issue issue, String annotation) {
    poser(etape, suivi(etape).decidee(issue, annotation));
  }

  void abandonner(Instant instant) {
    Issue sansObjet = new Issue(SANS_OBJET, instant, null, null, null);
    suivis.replaceAll((id, s) -> s.issue() == null ? s.decidee(sansObjet, null) : s);
  }

  Stream<Etape> tour(int tour) {
    return dossier.etapes().stream()
        .filter(e -> e.place().tour() == tour && !action(e, ActionDemandee.CORRECTION));
  }
}
