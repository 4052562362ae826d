package fr.paraphe.circuit;

import java.util.List;

/**
 * Un circuit tel que l’administrateur le dessine.
 *
 * @param bureauFinal nom court ; vide : le bureau émetteur
 * @param notifies bureaux prévenus à la fin
 */
public record ReglageCircuit(
    String nom,
    String bureauFinal,
    List<EtapeReglee> etapes,
    List<String> notifies,
    boolean notifieEmetteur) {

  public ReglageCircuit {
    nom = nom.strip();
    bureauFinal = bureauFinal.strip();
    etapes = List.copyOf(etapes);
    notifies = List.copyOf(notifies);
  }
}
