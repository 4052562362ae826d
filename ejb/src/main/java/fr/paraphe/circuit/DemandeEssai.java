package fr.paraphe.circuit;

import java.time.LocalDate;
import java.util.List;

/**
 * @param emetteur nom court du bureau qui émettrait le dossier
 * @param variables noms courts des bureaux qui serviraient les étapes variables
 */
public record DemandeEssai(String emetteur, LocalDate jour, List<String> variables) {

  public DemandeEssai {
    variables = List.copyOf(variables);
  }
}
