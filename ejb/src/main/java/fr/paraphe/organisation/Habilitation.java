package fr.paraphe.organisation;

/** Ce qu’un bureau a le droit de faire des dossiers. */
public enum Habilitation {
  /** Créer et transmettre ; suppose {@link #TRAITER}. */
  CREER,
  TRAITER,
  ARCHIVER,
  ENCHAINER,
  SECRETARIAT
}
