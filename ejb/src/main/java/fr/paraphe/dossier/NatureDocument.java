package fr.paraphe.dossier;

/** Rôle d’un document dans le dossier. */
public enum NatureDocument {
  PRINCIPAL,
  ANNEXE,
  SIGNATURE_DETACHEE,
  BORDEREAU,
  ACQUIT
}
