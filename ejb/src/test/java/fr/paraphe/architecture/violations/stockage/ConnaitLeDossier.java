package fr.paraphe.architecture.violations.stockage;

import fr.paraphe.architecture.violations.dossier.Fiche;

/** Remonte le courant. */
class ConnaitLeDossier {
  Fiche fiche;
}
