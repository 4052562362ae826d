package fr.paraphe.dossier;

/** Résultat d’un dossier en seconde phase. {@code raison} est vide si {@code signe}. */
public record ResultatSignature(IdentifiantDossier dossier, boolean signe, String raison) {}
