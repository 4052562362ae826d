package fr.paraphe.dossier;

/** Ce qu’une personne peut faire d’un dossier. */
public enum Action {
  LIRE,
  TRANSMETTRE,
  /** Récrire un brouillon. */
  MODIFIER,
  VISER,
  SIGNER,
  CACHETER,
  REJETER,
  /** Droit de remords : reprendre son étape tant que la suivante n’a été ni ouverte ni traitée. */
  RECUPERER,
  /** Classer un dossier en fin de circuit. */
  ARCHIVER,
  /** Retirer de la circulation un brouillon, un dossier rejeté ou terminé. */
  EFFACER,
  /** Reprendre un dossier rejeté : il redevient un brouillon. */
  CORRIGER,
  /** Administrer : savoir où il en est et lire son journal, sans ouvrir ses documents. */
  SURVEILLER,
  /** Administrer : le retirer de la circulation, où qu’il en soit, avec un motif. */
  RETIRER
}
