package fr.paraphe.typologie;

import fr.paraphe.socle.CodeErreur;

/** Refus du composant typologie. */
public enum ErreurTypologie implements CodeErreur {
  TYPE_INCONNU,
  SOUS_TYPE_INCONNU,
  METADONNEE_OBLIGATOIRE,
  METADONNEE_INVALIDE;

  @Override
  public Nature nature() {
    return Nature.INVALIDE;
  }
}
