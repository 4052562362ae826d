package fr.paraphe.dossier;

/** Les six compteurs d’un bureau (S30–S37). */
public record Pastilles(
    long aTraiter,
    long enRetard,
    long retournes,
    long aTransmettre,
    long finDeParcours,
    long delegues) {

  /** Zéro pour une bannette que l’accueil ne compte pas. */
  public long nombre(Bannette bannette) {
    return switch (bannette) {
      case A_TRAITER -> aTraiter;
      case EN_RETARD -> enRetard;
      case RETOURNES -> retournes;
      case A_TRANSMETTRE -> aTransmettre;
      case FIN_DE_PARCOURS -> finDeParcours;
      case DELEGUES -> delegues;
      case RECUPERABLES, EN_COURS, TRAITES -> 0;
    };
  }
}
