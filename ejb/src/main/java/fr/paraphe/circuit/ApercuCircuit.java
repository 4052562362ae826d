package fr.paraphe.circuit;

import java.util.List;

/**
 * Le circuit qu’un dossier prendrait.
 *
 * @param etapes la dernière est la fin de circuit
 * @param variables nombre de bureaux que le créateur doit choisir
 * @param parRegles vrai si d’autres métadonnées ou un autre bureau peuvent donner un autre circuit
 */
public record ApercuCircuit(
    String circuit, List<EtapePrevue> etapes, int variables, boolean parRegles) {

  public ApercuCircuit {
    etapes = List.copyOf(etapes);
  }
}
