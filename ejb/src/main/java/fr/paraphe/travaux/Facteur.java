package fr.paraphe.travaux;

/** Port : remettre un courriel au serveur qui le distribuera. */
public interface Facteur {

  /** Faux : pas de serveur de courriel, ou il ne répond pas en ce moment. */
  boolean disponible();

  /** Vrai si l’installation a un serveur de courriel. */
  boolean configure();

  /**
   * Remet le courriel. Le retour vaut acceptation par le serveur.
   *
   * @throws EchecDefinitif le serveur, ou la forme de l’adresse, refuse ce courriel
   * @throws Empeche le serveur ne répond pas
   */
  void remettre(Courriel courriel);
}
