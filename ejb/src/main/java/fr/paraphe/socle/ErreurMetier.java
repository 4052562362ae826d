package fr.paraphe.socle;

import jakarta.ejb.ApplicationException;

/**
 * Un refus : il porte un code et une phrase française qui dit ce qui s’est passé et quoi faire. La
 * phrase peut être montrée telle quelle ; elle ne contient ni nom de classe ni donnée d’autrui. La
 * transaction en cours est annulée.
 */
@ApplicationException(rollback = true)
public class ErreurMetier extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CodeErreur code;

  public ErreurMetier(CodeErreur code, String phrase) {
    super(phrase);
    this.code = code;
  }

  public ErreurMetier(CodeErreur code, String phrase, Throwable cause) {
    super(phrase, cause);
    this.code = code;
  }

  public CodeErreur code() {
    return code;
  }
}
