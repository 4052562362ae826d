package fr.paraphe.circuit;

import java.util.List;

/**
 * Un circuit à modifier.
 *
 * @param version à rendre avec la modification
 * @param emplois « Type / Sous-type » de ceux qui le donnent
 */
public record FicheCircuit(int id, int version, ReglageCircuit reglage, List<String> emplois) {

  public FicheCircuit {
    emplois = List.copyOf(emplois);
  }
}
