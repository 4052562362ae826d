package fr.paraphe.circuit;

import fr.paraphe.circuit.infra.CircuitRepository;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Les circuits d’une collectivité, résolus pour un bureau émetteur. */
@Dependent
public class Circuits {

  private final CircuitRepository circuits;

  @Inject
  public Circuits(CircuitRepository circuits) {
    this.circuits = circuits;
  }

  /** Les étapes et leurs bureaux ; la dernière est toujours la fin de circuit. */
  public List<EtapeResolue> resoudre(CollectiviteId collectivite, int circuit, BureauId emetteur) {
    return circuits.exiger(collectivite, circuit).resoudre(emetteur, circuits::superieur);
  }

  /** Les mêmes étapes, avec les noms à montrer. */
  public List<EtapePrevue> prevoir(CollectiviteId collectivite, int circuit, BureauId emetteur) {
    return circuits.nommer(resoudre(collectivite, circuit, emetteur));
  }
}
