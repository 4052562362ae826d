package fr.paraphe.circuit;

import fr.paraphe.socle.CodeErreur;

/** Refus du composant circuit. */
public enum ErreurCircuit implements CodeErreur {
  CIRCUIT_INTROUVABLE,
  SANS_SUPERIEUR,
  DESIGNATION_NON_RESOLUE,
  ETAPE_NON_DISPONIBLE,
  ETAPE_IMPOSEE_REFUSEE;

  @Override
  public Nature nature() {
    return Nature.INVALIDE;
  }
}
