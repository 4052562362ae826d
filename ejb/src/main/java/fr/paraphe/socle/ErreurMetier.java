package fr.paraphe.socle;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * Un refus : il porte un code et une phrase française qui dit ce qui s’est passé et quoi faire. La
 * phrase peut être montrée telle quelle ; elle ne contient ni nom de classe ni donnée d’autrui. Ce
 * qu’elle nomme (un titre, une limite, une date) est aussi rendu à part, pour la redire dans une
 * autre langue. La transaction en cours est annulée.
 */
@ApplicationException(rollback = true)
public class ErreurMetier extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CodeErreur code;
  private transient List<Object> valeurs = List.of();

  public ErreurMetier(CodeErreur code, String phrase) {
    super(phrase);
    this.code = code;
  }

  public ErreurMetier(CodeErreur code, String phrase, Throwable cause) {
    super(phrase, cause);
    this.code = code;
  }

  /** Joint ce que la phrase nomme, dans l’ordre où le catalogue des refus l’attend. */
  public ErreurMetier avec(Object... nommees) {
    valeurs = List.of(nommees);
    return this;
  }

  public CodeErreur code() {
    return code;
  }

  public List<Object> valeurs() {
    return valeurs;
  }
}
