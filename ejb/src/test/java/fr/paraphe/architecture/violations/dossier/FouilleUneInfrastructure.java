package fr.paraphe.architecture.violations.dossier;

import fr.paraphe.architecture.violations.typologie.infra.EntrailleDeTypologie;

/** Passe par l’infrastructure d’un autre composant. */
class FouilleUneInfrastructure {
  EntrailleDeTypologie entraille;
}
