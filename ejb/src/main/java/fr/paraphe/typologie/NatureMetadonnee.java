package fr.paraphe.typologie;

/** Nature d’une métadonnée (features.md §2.10). */
public enum NatureMetadonnee {
  TEXTE,
  /** {@code AAAA-MM-JJ}. */
  DATE,
  ENTIER,
  /** Point décimal. */
  DECIMAL,
  /** {@code true} ou {@code false}. */
  BOOLEEN,
  URL
}
