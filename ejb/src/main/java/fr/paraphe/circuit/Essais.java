package fr.paraphe.circuit;

import fr.paraphe.circuit.infra.CircuitRepository;
import fr.paraphe.circuit.infra.LectureEssai;
import fr.paraphe.circuit.modele.Circuit;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Essaie un circuit sans créer de dossier. */
@Dependent
public class Essais {

  private final CircuitRepository circuits;
  private final LectureEssai lecture;

  @Inject
  public Essais(CircuitRepository circuits, LectureEssai lecture) {
    this.circuits = circuits;
    this.lecture = lecture;
  }

  /** Qui recevrait, à cette date, un dossier émis par ce bureau. */
  public Essai essayer(
      CollectiviteId collectivite,
      int circuitId,
      BureauId emetteur,
      List<BureauId> variables,
      LocalDate jour) {
    Circuit circuit = circuits.exiger(collectivite, circuitId);
    List<EtapeDesignee> etapes = circuit.designer(emetteur, variables, circuits::superieur);
    List<EtapePrevue> prevues = circuits.nommer(etapes);
    Map<Integer, List<String>> delegues = lecture.delegues(etapes, jour);
    Set<Integer> fermes = lecture.fermes(etapes);
    List<Essai.EtapeEssayee> essayees = new ArrayList<>();
    for (int i = 0; i < etapes.size(); i++) {
      EtapeDesignee e = etapes.get(i);
      List<String> pourElle =
          e.bureau() == null ? List.of() : delegues.getOrDefault(e.bureau().valeur(), List.of());
      essayees.add(
          new Essai.EtapeEssayee(
              prevues.get(i), pourElle, anomalies(e, prevues.get(i), pourElle, fermes)));
    }
    return new Essai(essayees, anomalies(collectivite, circuitId, etapes));
  }

  private static List<Anomalie> anomalies(
      EtapeDesignee e, EtapePrevue prevue, List<String> delegues, Set<Integer> fermes) {
    List<Anomalie> anomalies = new ArrayList<>();
    if (e.manque() != null) {
      anomalies.add(Anomalie.valueOf(e.manque().name()));
    } else if (fermes.contains(e.bureau().valeur())) {
      anomalies.add(Anomalie.BUREAU_FERME);
    } else if (prevue.proprietaires().isEmpty() && delegues.isEmpty()) {
      anomalies.add(Anomalie.SANS_PROPRIETAIRE);
    }
    if (e.action() != ActionDemandee.ARCHIVAGE && !Circuit.traitee(e.action())) {
      anomalies.add(Anomalie.ETAPE_NON_DISPONIBLE);
    }
    return anomalies;
  }

  private Set<Anomalie> anomalies(
      CollectiviteId collectivite, int circuit, List<EtapeDesignee> etapes) {
    Set<Anomalie> anomalies = EnumSet.noneOf(Anomalie.class);
    boolean cachet = etapes.stream().anyMatch(e -> e.action() == ActionDemandee.CACHET);
    if (!cachet && etapes.stream().noneMatch(e -> e.action() == ActionDemandee.SIGNATURE)) {
      anomalies.add(Anomalie.SANS_SIGNATAIRE);
    }
    if (cachet && lecture.sansCachet(collectivite, circuit)) {
      anomalies.add(Anomalie.SANS_CACHET);
    }
    if (lecture.regleJamaisAtteinte(collectivite, circuit)) {
      anomalies.add(Anomalie.REGLE_JAMAIS_ATTEINTE);
    }
    return anomalies;
  }
}
