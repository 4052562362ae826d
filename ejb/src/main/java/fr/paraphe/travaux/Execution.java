package fr.paraphe.travaux;

/**
 * Port : qui sait faire les travaux d’un genre. Un bean CDI de ce type suffit à se faire connaître.
 *
 * <p>Un travail peut être fait deux fois (nœud tué entre l’effet et sa conclusion, bail échu) :
 * l’exécution doit le supporter. Elle est appelée hors de toute transaction et ouvre les siennes.
 */
public interface Execution {

  /** Nom stable du genre, tel qu’il est écrit dans la file. */
  String genre();

  /** Faux : ne rien prendre de ce genre pour l’instant ; les travaux attendent, sans échec. */
  default boolean disponible() {
    return true;
  }

  /**
   * Fait le travail. Le retour vaut réussite.
   *
   * @throws EchecDefinitif il est inutile de réessayer : le travail est bloqué tout de suite
   * @throws Empeche ce n’est pas le travail qui échoue : il est remis, sans lui compter d’essai
   */
  void executer(Travail travail);
}
