package fr.paraphe.dossier;

/** Le canal par lequel un dossier est entré. */
public enum Origine {
  WEB,
  SOAP,
  REST,
  IMPORT
}
