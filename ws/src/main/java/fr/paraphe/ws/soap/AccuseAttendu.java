package fr.paraphe.ws.soap;

import java.util.function.Supplier;

/**
 * Ce que le sort d’une réponse changera.
 *
 * @param remise à exécuter si elle arrive
 * @param doute rend ce qu’il faudra exécuter, de n’importe quel fil, s’il apparaît ensuite qu’elle
 *     n’est sans doute pas arrivée
 */
public record AccuseAttendu(Runnable remise, Supplier<Runnable> doute) {

  private static final Runnable RIEN = () -> {};

  /** Sans retour : un doute tardif ne changera rien. */
  public AccuseAttendu(Runnable remise) {
    this(remise, () -> RIEN);
  }
}
