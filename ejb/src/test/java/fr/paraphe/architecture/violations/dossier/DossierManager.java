package fr.paraphe.architecture.violations.dossier;

/** Un nom vide de sens. */
class DossierManager {}
