package fr.paraphe.dossier;

import fr.paraphe.organisation.BureauId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pour quel dossier montrer le circuit.
 *
 * @param metadonnees ce qui est déjà saisi, valide ou non
 * @param variables bureaux déjà choisis pour les étapes variables, dans l’ordre
 */
public record DemandeApercu(
    String type,
    String sousType,
    Optional<BureauId> bureauEmetteur,
    Map<String, String> metadonnees,
    List<BureauId> variables) {

  public DemandeApercu {
    metadonnees = Map.copyOf(metadonnees);
    variables = List.copyOf(variables);
  }
}
