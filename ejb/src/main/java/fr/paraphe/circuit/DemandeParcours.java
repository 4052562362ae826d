package fr.paraphe.circuit;

import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import java.util.List;
import java.util.Map;

/**
 * Pour quel dossier résoudre un circuit.
 *
 * @param variables bureaux choisis par le créateur pour les étapes variables que la règle de
 *     sélection n’a pas déjà servies, dans l’ordre
 */
public record DemandeParcours(
    CollectiviteId collectivite,
    Aiguillage aiguillage,
    BureauId emetteur,
    Map<String, String> metadonnees,
    List<BureauId> variables) {

  public DemandeParcours {
    metadonnees = Map.copyOf(metadonnees);
    variables = List.copyOf(variables);
  }
}
