package fr.paraphe.circuit;

import fr.paraphe.circuit.infra.CircuitRepository;
import fr.paraphe.circuit.modele.Circuit;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.socle.ErreurMetier;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Les circuits d’une collectivité, choisis et résolus pour un dossier. */
@Dependent
public class Circuits {

  private final CircuitRepository circuits;

  @Inject
  public Circuits(CircuitRepository circuits) {
    this.circuits = circuits;
  }

  /**
   * Les étapes et leurs bureaux ; la dernière est toujours la fin de circuit.
   *
   * @throws ErreurMetier aucune règle tenue, étape sans bureau, bureau fermé
   */
  public List<EtapeResolue> resoudre(DemandeParcours demande) {
    Aiguillage.Choix choix =
        demande.aiguillage().choisir(demande.metadonnees(), demande.emetteur());
    Circuit circuit = circuits.exiger(demande.collectivite(), choix.circuitId());
    List<EtapeResolue> etapes =
        circuit.resoudre(demande.emetteur(), variables(choix, demande), circuits::superieur);
    circuits.exigerOuverts(etapes);
    return etapes;
  }

  /** Ce que {@link #resoudre} donnerait, avec les noms à montrer et l’inconnu laissé en blanc. */
  public ApercuCircuit prevoir(DemandeParcours demande) {
    Aiguillage.Choix choix =
        demande.aiguillage().choisir(demande.metadonnees(), demande.emetteur());
    Circuit circuit = circuits.exiger(demande.collectivite(), choix.circuitId());
    List<EtapeDesignee> etapes =
        circuit.designer(demande.emetteur(), variables(choix, demande), circuits::superieur);
    return new ApercuCircuit(
        circuit.nom(),
        circuits.nommer(etapes),
        Math.max(0, circuit.variables() - choix.variables().size()),
        demande.aiguillage().parRegles());
  }

  /** La règle sert d’abord ; le créateur complète. */
  private static List<BureauId> variables(Aiguillage.Choix choix, DemandeParcours demande) {
    List<BureauId> variables = new ArrayList<>(choix.variables());
    variables.addAll(demande.variables());
    return variables;
  }
}
