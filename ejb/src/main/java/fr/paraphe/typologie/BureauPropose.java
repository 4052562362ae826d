package fr.paraphe.typologie;

import fr.paraphe.organisation.BureauId;

/** Un bureau que l’on peut choisir. */
public record BureauPropose(BureauId id, String titre) {}
