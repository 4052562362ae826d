package fr.paraphe.ws.soap.spool;

/**
 * Une requête qui ne peut pas devenir un appel : mal formée, hors limites, ou arrivée quand le
 * serveur est saturé. Donne une faute SOAP ; la phrase est celle que l’appelant lit.
 */
public final class RequeteRefusee extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * À qui la faute : au message, à sa version de SOAP, ou à ce que le serveur peut faire
   * maintenant.
   */
  public enum Cause {
    MESSAGE,
    VERSION,
    INDISPONIBLE
  }

  private final Cause motif;

  public RequeteRefusee(Cause motif, String phrase) {
    super(phrase, null, false, false);
    this.motif = motif;
  }

  static RequeteRefusee message(String phrase) {
    return new RequeteRefusee(Cause.MESSAGE, phrase);
  }

  public Cause motif() {
    return motif;
  }
}
