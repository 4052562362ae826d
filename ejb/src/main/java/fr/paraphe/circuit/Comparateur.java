package fr.paraphe.circuit;

/** Comment une condition compare une métadonnée, ou le bureau émetteur. */
public enum Comparateur {
  EGAL,
  DIFFERENT,
  INFERIEUR,
  INFERIEUR_OU_EGAL,
  SUPERIEUR,
  SUPERIEUR_OU_EGAL,
  /** La métadonnée n’a pas de valeur. */
  ABSENTE,
  /** La métadonnée a une valeur. */
  RENSEIGNEE;

  /** Vrai s’il compare à une valeur. */
  public boolean attendValeur() {
    return this != ABSENTE && this != RENSEIGNEE;
  }

  /** Vrai s’il range ses deux membres, au lieu de dire s’ils sont les mêmes. */
  public boolean ordonne() {
    return switch (this) {
      case INFERIEUR, INFERIEUR_OU_EGAL, SUPERIEUR, SUPERIEUR_OU_EGAL -> true;
      default -> false;
    };
  }

  /** Celui qui dit le contraire d’une valeur présente. */
  public Comparateur contraire() {
    return switch (this) {
      case EGAL -> DIFFERENT;
      case DIFFERENT -> EGAL;
      case INFERIEUR -> SUPERIEUR_OU_EGAL;
      case INFERIEUR_OU_EGAL -> SUPERIEUR;
      case SUPERIEUR -> INFERIEUR_OU_EGAL;
      case SUPERIEUR_OU_EGAL -> INFERIEUR;
      case ABSENTE -> RENSEIGNEE;
      case RENSEIGNEE -> ABSENTE;
    };
  }

  boolean tenu(int comparaison) {
    return switch (this) {
      case EGAL -> comparaison == 0;
      case DIFFERENT -> comparaison != 0;
      case INFERIEUR -> comparaison < 0;
      case INFERIEUR_OU_EGAL -> comparaison <= 0;
      case SUPERIEUR -> comparaison > 0;
      case SUPERIEUR_OU_EGAL -> comparaison >= 0;
      case ABSENTE, RENSEIGNEE -> throw new IllegalStateException(name());
    };
  }
}
