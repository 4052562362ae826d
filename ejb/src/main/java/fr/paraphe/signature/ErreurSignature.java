package fr.paraphe.signature;

import fr.paraphe.socle.CodeErreur;

/** Refus du composant signature. */
public enum ErreurSignature implements CodeErreur {
  PAS_UN_PDF(Nature.INVALIDE),
  PDF_ILLISIBLE(Nature.INVALIDE),
  PDF_PROTEGE(Nature.INVALIDE),
  PDF_VERROUILLE(Nature.INVALIDE),
  PDF_A_REPARER(Nature.INVALIDE),
  PAGE_INEXISTANTE(Nature.INVALIDE),
  PLACEMENT_HORS_PAGE(Nature.INVALIDE),
  IMAGE_ILLISIBLE(Nature.INVALIDE),
  CERTIFICAT_ILLISIBLE(Nature.INVALIDE),
  CERTIFICAT_EXPIRE(Nature.INVALIDE),
  CERTIFICAT_PAS_ENCORE_VALIDE(Nature.INVALIDE),
  CERTIFICAT_PAS_POUR_SIGNER(Nature.INVALIDE),
  CERTIFICAT_CLE_FAIBLE(Nature.INVALIDE),
  CERTIFICAT_ALGORITHME_REFUSE(Nature.INVALIDE),
  CERTIFICAT_D_AUTRUI(Nature.INTERDIT),
  CERTIFICAT_AUTORITE_INCONNUE(Nature.INVALIDE),
  CERTIFICAT_DIFFERENT(Nature.INVALIDE),
  SIGNATURE_FAUSSE(Nature.INVALIDE),
  PREPARATION_ALTEREE(Nature.INVALIDE),
  CACHET_EXPIRE(Nature.INVALIDE),
  CACHET_INDISPONIBLE(Nature.INDISPONIBLE);

  private final Nature nature;

  ErreurSignature(Nature nature) {
    this.nature = nature;
  }

  @Override
  public Nature nature() {
    return nature;
  }
}
