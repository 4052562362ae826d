package fr.paraphe.circuit;

/** Pourquoi une étape n’a pas de bureau. */
public enum Manque {
  /** « Chef de » un bureau qui n’a pas de supérieur. */
  SANS_SUPERIEUR,
  /** Bureau variable pas encore choisi. */
  VARIABLE_A_CHOISIR,
  /** « Chef de » un bureau qui n’est pas encore connu. */
  PRECEDENT_INCONNU
}
