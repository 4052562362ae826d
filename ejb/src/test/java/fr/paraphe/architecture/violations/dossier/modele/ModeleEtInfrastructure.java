package fr.paraphe.architecture.violations.dossier.modele;

import fr.paraphe.architecture.violations.dossier.infra.DepotTransactionnel;

/** Un modèle qui connaît son infrastructure. */
class ModeleEtInfrastructure {
  DepotTransactionnel depot;
}
