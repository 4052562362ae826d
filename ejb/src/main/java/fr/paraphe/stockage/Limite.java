package fr.paraphe.stockage;

/** Taille maximale d’un contenu, en octets. */
public record Limite(long octets) {

  /** Un fichier déposé (FILE-02). */
  public static final Limite FICHIER = mo(250);

  /** Ce que le produit écrit lui-même à partir de contenus déjà acceptés. */
  public static final Limite AUCUNE = new Limite(Long.MAX_VALUE);

  private static final long MO = 1_000_000L;

  public Limite {
    if (octets < 0) {
      throw new IllegalArgumentException("limite négative : " + octets);
    }
  }

  /** Mégaoctets décimaux : ceux que l’on montre aux utilisateurs. */
  public static Limite mo(long mo) {
    return new Limite(mo * MO);
  }

  /** La limite en toutes lettres : « 250 Mo », « 512 octets ». */
  public String enClair() {
    return octets >= MO && octets % MO == 0 ? octets / MO + " Mo" : octets + " octets";
  }
}
