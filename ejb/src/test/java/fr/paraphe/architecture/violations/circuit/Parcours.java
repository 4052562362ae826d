package fr.paraphe.architecture.violations.circuit;

import fr.paraphe.architecture.violations.organisation.ConnaitLeCircuit;

/** La moitié d’un cycle. */
public class Parcours {
  ConnaitLeCircuit retour;
}
