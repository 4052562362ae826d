package fr.paraphe.organisation;

/** Où en est une délégation, au moment où on la lit. */
public enum EtatDelegation {
  A_VENIR,
  ACTIVE,
  PASSEE
}
