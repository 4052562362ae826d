package fr.paraphe.typologie;

/** Une métadonnée du dictionnaire d’une collectivité, hors de tout sous-type. */
public record MetadonneeDefinie(String nomCourt, String nomLong, NatureMetadonnee nature) {}
