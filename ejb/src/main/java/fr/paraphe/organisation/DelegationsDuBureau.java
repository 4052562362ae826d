package fr.paraphe.organisation;

import java.util.List;

/**
 * Les délégations d’un bureau et ce qu’on peut y choisir.
 *
 * @param cibles ses bureaux associés (valeur : identifiant)
 * @param portees types et sous-types (valeur : {@code 12} ou {@code 12-34})
 * @param recues celles dont il est le délégué
 */
public record DelegationsDuBureau(
    BureauId bureau,
    String titre,
    List<Proposition> cibles,
    List<Proposition> portees,
    List<DelegationVue> donnees,
    List<DelegationVue> recues) {

  public DelegationsDuBureau {
    cibles = List.copyOf(cibles);
    portees = List.copyOf(portees);
    donnees = List.copyOf(donnees);
    recues = List.copyOf(recues);
  }
}
