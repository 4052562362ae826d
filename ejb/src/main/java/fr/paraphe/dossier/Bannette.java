package fr.paraphe.dossier;

/** Les bannettes d’un bureau, dans l’ordre des pastilles (features.md §1.4 S31–S36, §3.1). */
public enum Bannette {
  A_TRAITER,
  EN_RETARD,
  RETOURNES,
  A_TRANSMETTRE,
  FIN_DE_PARCOURS,
  DELEGUES
}
