package fr.paraphe.circuit;

/** Comment une étape désigne son bureau. */
public enum Designation {
  /** Un bureau nommé. */
  BUREAU,
  /** Le bureau émetteur du dossier. */
  EMETTEUR,
  /** Le supérieur du bureau de l’étape précédente (à la première étape : du bureau émetteur). */
  CHEF_DE,
  /** Un bureau choisi à la création. */
  VARIABLE
}
