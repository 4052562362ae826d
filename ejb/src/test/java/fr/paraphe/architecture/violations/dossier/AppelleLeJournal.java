package fr.paraphe.architecture.violations.dossier;

import fr.paraphe.architecture.violations.journal.Registre;

/** Appelle celui qui devrait l’écouter. */
class AppelleLeJournal {
  Registre registre;
}
