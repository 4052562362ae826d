package fr.paraphe.architecture.violations.typologie.infra;

/** Ce que personne d’autre ne doit voir. */
public class EntrailleDeTypologie {}
