package fr.paraphe.outils.lancement;

/** Ce qui empêche de lancer, dit pour être lu tel quel par qui lance. */
public class Empechement extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Empechement(String phrase) {
    super(phrase);
  }

  public Empechement(String phrase, Throwable cause) {
    super(phrase, cause);
  }
}
