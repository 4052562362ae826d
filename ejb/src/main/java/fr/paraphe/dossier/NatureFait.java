package fr.paraphe.dossier;

/** Nature d’une ligne du journal légal. */
public enum NatureFait {
  CREATION,
  EMISSION,
  ARRIVEE,
  ANNOTATION,
  /** Une étape parallèle attend encore d’autres bureaux. */
  ATTENTE,
  LECTURE,
  /** Ce que la personne a renseigné avec sa décision. */
  METADONNEES,
  VISA,
  SIGNATURE,
  CACHET,
  REJET,
  REMORD,
  FIN_DE_CIRCUIT,
  ARCHIVAGE,
  EFFACEMENT,
  /** Un brouillon a été récrit. */
  MODIFICATION,
  /** Un dossier rejeté redevient un brouillon : un nouveau tour s’ouvre. */
  CORRECTION,
  /** Retiré par qui l’administre ; le texte est le motif. */
  RETRAIT
}
