package fr.paraphe.architecture.violations.dossier;

import fr.paraphe.architecture.violations.circuit.modele.EntrailleDuCircuit;

/** Passe par le modèle d’un autre composant. */
class FouilleUnModele {
  EntrailleDuCircuit entraille;
}
