package fr.paraphe.architecture.violations.journal;

/** Un écouteur. */
public class Registre {}
