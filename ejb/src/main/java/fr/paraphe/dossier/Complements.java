package fr.paraphe.dossier;

import fr.paraphe.circuit.EtapeImposee;
import java.util.List;

/**
 * Ce que seul un logiciel métier donne à la création (contrat §B.7).
 *
 * @param signatures signatures détachées déjà faites du document principal
 * @param xpath nœud du document XML à signer ; vide : tout le document
 * @param circuit étapes imposées à la place du circuit du sous-type ; vide : celui du sous-type
 */
public record Complements(List<Piece> signatures, String xpath, List<EtapeImposee> circuit) {

  public static final Complements AUCUN = new Complements(List.of(), "", List.of());

  public Complements {
    signatures = List.copyOf(signatures);
    circuit = List.copyOf(circuit);
  }
}
