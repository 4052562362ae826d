package fr.paraphe.ws.soap.point;

/**
 * Ce qu’une connexion qui se ferme dit d’une réponse déjà partie. Fermée aussitôt, l’appelant avait
 * tout lu ; fermée plus tard sans rien redemander, il a peut-être attendu en vain et renoncé.
 *
 * @param depuis {@link System#nanoTime()} au dernier octet
 */
record Doute(long depuis, Runnable suite) {

  private static final long MILLISECONDE = 1_000_000;

  /** Le temps qu’il faut à un appelant qui a tout lu pour fermer. */
  static final long LECTURE_MS = 300;

  /** Au-delà, ce n’est qu’une connexion gardée ouverte qui expire. */
  static final long ATTENTE_MS = 60_000;

  boolean fonde(long maintenant) {
    long passe = (maintenant - depuis) / MILLISECONDE;
    return passe >= LECTURE_MS && passe < ATTENTE_MS;
  }
}
