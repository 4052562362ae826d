package fr.paraphe.ws.soap.spool;

import java.io.IOException;
import java.io.OutputStream;

/** Port : où vont les pièces d’une requête pendant qu’elle se lit. */
@FunctionalInterface
public interface Versements {

  Versement ouvrir() throws IOException;

  /** Une pièce en cours d’écriture. Fermée sans avoir été scellée, elle ne laisse rien. */
  abstract class Versement extends OutputStream {

    /** Achève : au retour le contenu est durable. Rend ce qui le désignera dans le domaine. */
    public abstract Object sceller() throws IOException;

    @Override
    public abstract void close();
  }
}
