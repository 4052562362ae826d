package fr.paraphe.circuit;

import fr.paraphe.socle.CodeErreur;

/** Refus du composant circuit. */
public enum ErreurCircuit implements CodeErreur {
  CIRCUIT_INTROUVABLE,
  SANS_SUPERIEUR,
  DESIGNATION_NON_RESOLUE,
  ETAPE_NON_DISPONIBLE,
  ETAPE_IMPOSEE_REFUSEE,
  /** Aucune règle de sélection n’est tenue. */
  AUCUNE_REGLE,
  /** Plus de bureaux variables que d’étapes variables. */
  VARIABLES_EN_TROP,
  /** Le bureau choisi n’est pas de ceux qui peuvent l’être. */
  BUREAU_VARIABLE_REFUSE,
  /** Un bureau du circuit est fermé. */
  BUREAU_FERME,
  /** Un script classique sort de la grammaire que l’import traduit. */
  SCRIPT_REFUSE,
  /** Le dessin d’un circuit est incomplet ou impossible. */
  DESSIN_REFUSE,
  /** Un nom de bureau ou de métadonnée que la collectivité ne connaît pas. */
  NOM_INCONNU,
  CIRCUIT_NOM_PRIS,
  /** Quelqu’un d’autre vient de le modifier. */
  CIRCUIT_MODIFIE,
  /** Un sous-type le donne encore. */
  CIRCUIT_EMPLOYE,
  /** Inconnu, ou d’une autre collectivité. */
  CIRCUIT_ABSENT;

  @Override
  public Nature nature() {
    return switch (this) {
      case CIRCUIT_MODIFIE, CIRCUIT_EMPLOYE -> Nature.CONFLIT;
      case CIRCUIT_ABSENT -> Nature.INTROUVABLE;
      default -> Nature.INVALIDE;
    };
  }
}
