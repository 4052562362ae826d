package fr.paraphe.architecture.violations.organisation;

import fr.paraphe.architecture.violations.circuit.Parcours;

/** L’autre moitié du cycle, et une arête interdite. */
public class ConnaitLeCircuit {
  Parcours parcours;
}
