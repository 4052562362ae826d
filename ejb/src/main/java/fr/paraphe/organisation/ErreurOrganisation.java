package fr.paraphe.organisation;

import fr.paraphe.socle.CodeErreur;

/** Refus du composant organisation. */
public enum ErreurOrganisation implements CodeErreur {
  ACTEUR_INCONNU(Nature.INTERDIT),
  BUREAU_INTROUVABLE(Nature.INTROUVABLE),
  BUREAU_INTERDIT(Nature.INTROUVABLE),
  ADMINISTRATION_INTERDITE(Nature.INTERDIT);

  private final Nature nature;

  ErreurOrganisation(Nature nature) {
    this.nature = nature;
  }

  @Override
  public Nature nature() {
    return nature;
  }
}
