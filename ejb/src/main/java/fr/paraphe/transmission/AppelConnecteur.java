package fr.paraphe.transmission;

import java.time.Instant;

/**
 * Un appel d’un logiciel métier.
 *
 * @param compte {@code identifiant@domaine}
 * @param operation nom de l’opération, vide si la requête n’a pas pu se lire
 * @param detail ce que la réponse disait d’un refus ou d’une faute ; vide sinon
 */
public record AppelConnecteur(
    String compte, Instant debut, long dureeMs, String operation, Issue issue, String detail) {

  /** Ce que l’appelant a reçu. */
  public enum Issue {
    OK,
    REFUS,
    FAUTE
  }
}
