package fr.paraphe.stockage;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Un blob en cours d’écriture. Il n’existe qu’après {@link #sceller()} ; fermé sans être scellé, il
 * ne laisse rien.
 */
public abstract class EcritureBlob extends OutputStream {

  /**
   * Achève l’écriture : au retour le contenu est sur le disque, durable, et relisible.
   *
   * @throws fr.paraphe.socle.ErreurMetier si la place manque
   */
  public abstract BlobScelle sceller() throws IOException;

  /** Abandonne si le blob n’a pas été scellé ; sans effet sinon. */
  @Override
  public abstract void close();
}
