package fr.paraphe.ws.soap.spool;

import java.time.Duration;

/**
 * Ce qu’une requête peut demander au plus (contrat J, SOAP-03, SOAP-05, SOAP-11).
 *
 * @param document octets d’un document, décodé
 * @param ensemble octets de tous les documents d’une requête, décodés
 * @param pieces documents d’une requête, tous rôles compris
 * @param brut octets de la requête telle qu’elle arrive
 * @param message caractères du message une fois les documents retirés
 * @param balise caractères d’une balise, attributs compris
 * @param elements éléments du message
 * @param profondeur éléments emboîtés
 * @param gros octets bruts au-delà desquels une requête compte parmi les grosses
 * @param grosEnsemble grosses requêtes traitées en même temps
 * @param attente temps qu’une grosse requête attend son tour avant d’être refusée
 */
public record Limites(
    long document,
    long ensemble,
    int pieces,
    long brut,
    int message,
    int balise,
    int elements,
    int profondeur,
    long gros,
    int grosEnsemble,
    Duration attente) {

  /** Annexes et documents supplémentaires acceptés dans un dossier. */
  public static final int PIECES_JOINTES = 50;

  private static final long MO = 1_000_000L;

  /** Les limites du contrat. */
  public static Limites parDefaut() {
    return new Limites(
        250 * MO,
        500 * MO,
        120,
        800 * MO,
        4_000_000,
        131_072,
        200_000,
        100,
        8 * MO,
        2,
        Duration.ofSeconds(20));
  }

  /** Une taille telle qu’on la montre : mégaoctets décimaux, ou octets. */
  public static String enClair(long octets) {
    return octets >= MO && octets % MO == 0 ? octets / MO + " Mo" : octets + " octets";
  }
}
