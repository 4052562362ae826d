package fr.paraphe.dossier;

/** Qui peut lire le dossier hors de ses acteurs (features.md §3.5 L19) ; mots du contrat. */
public enum Visibilite {
  PUBLIC,
  SERVICE,
  CONFIDENTIEL
}
