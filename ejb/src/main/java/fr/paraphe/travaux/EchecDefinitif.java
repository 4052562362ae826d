package fr.paraphe.travaux;

/** Un échec que réessayer ne changera pas. La phrase est montrée à l’administrateur. */
public class EchecDefinitif extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EchecDefinitif(String phrase) {
    super(phrase);
  }

  public EchecDefinitif(String phrase, Throwable cause) {
    super(phrase, cause);
  }
}
