package fr.paraphe.circuit;

/** Comment décident les bureaux placés au même rang d’un circuit (features.md C10). */
public enum Mode {
  /** Un seul bureau. */
  SEUL,
  /** Étape concurrente : la première décision suffit. */
  OU,
  /** Étape collaborative : toutes les décisions, ou le nombre requis. */
  ET
}
