package fr.paraphe.stockage;

import fr.paraphe.socle.CodeErreur;

/** Refus du stockage. */
public enum ErreurStockage implements CodeErreur {
  FICHIER_TROP_GROS(Nature.INVALIDE),
  FICHIER_VIDE(Nature.INVALIDE),
  STOCKAGE_PLEIN(Nature.INDISPONIBLE),
  BLOB_INCONNU(Nature.INTROUVABLE);

  private final Nature nature;

  ErreurStockage(Nature nature) {
    this.nature = nature;
  }

  @Override
  public Nature nature() {
    return nature;
  }
}
