package fr.paraphe.organisation;

/** Ce qu’une ligne du journal d’administration raconte. */
public enum ObjetAdministre {
  COLLECTIVITE,
  UTILISATEUR,
  GROUPE,
  BUREAU,
  DELEGATION,
  CIRCUIT,
  TYPE,
  SOUS_TYPE,
  METADONNEE,
  CALQUE,
  CACHET,
  TRAVAIL,
  CONFIGURATION
}
