package fr.paraphe.typologie;

/** Un sous-type tel qu’on le choisit à la création. */
public record SousTypeResume(int id, String nom, String description) {}
