package fr.paraphe.transmission;

import fr.paraphe.socle.CodeErreur;

/** Refus du composant transmission. */
public enum ErreurTransmission implements CodeErreur {
  SANS_TDT,
  SANS_MAIL_SECURISE,
  PAS_A_TELETRANSMETTRE,
  PAS_A_ENVOYER,
  ENVOI_INVALIDE;

  @Override
  public Nature nature() {
    return Nature.INVALIDE;
  }
}
