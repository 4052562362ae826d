package fr.paraphe.circuit;

/** Ce qu’une simulation trouve à redire. */
public enum Anomalie {
  /** « Chef de » un bureau qui n’a pas de supérieur : le dossier ne pourra pas être créé. */
  SANS_SUPERIEUR,
  /** Bureau variable qui reste à choisir : la suite en dépend. */
  VARIABLE_A_CHOISIR,
  /** « Chef de » un bureau qui n’est pas encore connu. */
  PRECEDENT_INCONNU,
  /** Personne n’y traitera le dossier, ni délégué ni propriétaire. */
  SANS_PROPRIETAIRE,
  BUREAU_FERME,
  /** Cette version ne sait pas accomplir l’étape. */
  ETAPE_NON_DISPONIBLE,
  /** Aucune étape de signature ni de cachet. */
  SANS_SIGNATAIRE,
  /** Étape de cachet, et un sous-type qui donne ce circuit n’a pas de cachet. */
  SANS_CACHET,
  /** Une règle qui donne ce circuit n’est jamais atteinte. */
  REGLE_JAMAIS_ATTEINTE
}
