package fr.paraphe.travaux;

import java.time.Instant;

/**
 * Où en est la file, pour un genre.
 *
 * @param enAttente travaux vivants, y compris remis à plus tard
 * @param plusAncien quand le plus ancien des vivants a été demandé, ou {@code null}
 */
public record EtatDeLaFile(String genre, long enAttente, long bloques, Instant plusAncien) {}
