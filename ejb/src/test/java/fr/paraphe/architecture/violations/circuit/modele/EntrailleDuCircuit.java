package fr.paraphe.architecture.violations.circuit.modele;

/** Ce que personne d’autre ne doit voir. */
public class EntrailleDuCircuit {}
