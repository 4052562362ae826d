package fr.paraphe.socle;

import java.util.function.Supplier;

/**
 * Port : des transactions courtes, voulues une à une. Sert là où un travail long (écrire un
 * document, calculer une signature) ne doit tenir aucune transaction ouverte.
 */
public interface Transactions {

  /**
   * Exécute dans une transaction neuve, validée au retour ; toute exception l’annule et ressort
   * telle quelle.
   */
  <T> T nouvelle(Supplier<T> travail);
}
