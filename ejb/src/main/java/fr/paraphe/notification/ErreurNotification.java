package fr.paraphe.notification;

import fr.paraphe.socle.CodeErreur;

/** Refus du composant. */
public enum ErreurNotification implements CodeErreur {
  ADRESSE_COURRIEL_INVALIDE(Nature.INVALIDE),
  RYTHME_COURRIELS_INVALIDE(Nature.INVALIDE),
  TRAVAIL_INCONNU(Nature.INTROUVABLE);

  private final Nature nature;

  ErreurNotification(Nature nature) {
    this.nature = nature;
  }

  @Override
  public Nature nature() {
    return nature;
  }
}
