package fr.paraphe.travaux;

import java.time.Duration;

/** Ce dont le travail dépend ne répond pas : il est remis à plus tard, aucun essai n’est compté. */
public class Empeche extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Duration delai;

  public Empeche(Duration delai, String phrase, Throwable cause) {
    super(phrase, cause);
    this.delai = delai;
  }

  public Duration delai() {
    return delai;
  }
}
