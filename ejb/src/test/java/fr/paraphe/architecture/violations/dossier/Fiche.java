package fr.paraphe.architecture.violations.dossier;

/** Une face publique innocente. */
public class Fiche {}
