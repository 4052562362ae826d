package fr.paraphe.architecture.violations.dossier;

/** Un autre. */
class DossierServiceImpl {}
