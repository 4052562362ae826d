package fr.paraphe.travaux;

/**
 * Les travaux que l’on peut voir et toucher.
 *
 * @param collectivite ceux de cette collectivité, ou {@code null} : d’aucune
 * @param instance ceux, aussi, qui ne sont à aucune collectivité
 */
public record Portee(Integer collectivite, boolean instance) {}
