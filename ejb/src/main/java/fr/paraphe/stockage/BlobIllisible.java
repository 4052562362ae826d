package fr.paraphe.stockage;

import java.io.IOException;

/**
 * Un blob ne peut être relu. C’est un incident, jamais un refus : le message, destiné au journal
 * technique, nomme l’emplacement et la cause.
 */
public class BlobIllisible extends IOException {

  private static final long serialVersionUID = 1L;

  private final Cause cause;

  public BlobIllisible(String emplacement, Cause cause, Throwable origine) {
    super("blob " + emplacement + " : " + cause.libelle, origine);
    this.cause = cause;
  }

  public BlobIllisible(String emplacement, Cause cause) {
    this(emplacement, cause, null);
  }

  public Cause cause() {
    return cause;
  }

  /** Ce qui empêche de relire. */
  public enum Cause {
    ABSENT("le fichier n’existe plus"),
    TAILLE("la taille n’est pas celle qui a été enregistrée"),
    ALTERE("le contenu a été modifié"),
    CLE("la clé ne l’ouvre pas");

    private final String libelle;

    Cause(String libelle) {
      this.libelle = libelle;
    }
  }
}
