package fr.paraphe.dossier;

/** Ordres de la corbeille. */
public enum Tri {
  DATE_LIMITE,
  ARRIVEE,
  CREATION,
  TITRE,
  TYPE,
  BUREAU_EMETTEUR
}
