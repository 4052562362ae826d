package fr.paraphe.dossier;

/**
 * Les bannettes d’un bureau (features.md §3.1) : d’abord les six qui ont une pastille, dans leur
 * ordre (§1.4 S31–S36), puis ce qui circule sans rien attendre du bureau.
 */
public enum Bannette {
  A_TRAITER,
  EN_RETARD,
  RETOURNES,
  A_TRANSMETTRE,
  FIN_DE_PARCOURS,
  DELEGUES,
  /** Ce que le bureau vient de transmettre ou de viser et que personne n’a encore ouvert. */
  RECUPERABLES,
  /** Émis par le bureau, encore dans son circuit. */
  EN_COURS,
  /** Le bureau y a décidé une étape ; le dossier circule encore. */
  TRAITES;

  /** Vrai si l’accueil en compte les dossiers. */
  public boolean aPastille() {
    return compareTo(DELEGUES) <= 0;
  }
}
