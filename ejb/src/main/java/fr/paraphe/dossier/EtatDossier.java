package fr.paraphe.dossier;

/** État d’un dossier. ARCHIVE et SUPPRIME sont sortis de la circulation. */
public enum EtatDossier {
  BROUILLON,
  EN_COURS,
  REJETE,
  TERMINE,
  ARCHIVE,
  SUPPRIME;

  public boolean enCirculation() {
    return this != ARCHIVE && this != SUPPRIME;
  }
}
