package fr.paraphe.signature.infra;

import fr.paraphe.stockage.Empreinte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * Reçoit un PDF réécrit « à la suite » : les octets d’origine, que l’on condense sans les garder,
 * puis l’ajout, seul écrit. Le fichier est creux : l’ajout y est à sa place définitive.
 */
final class SortieAjout extends OutputStream {

  private final long origine;
  private final FileChannel canal;
  private final MessageDigest calcul = Empreinte.calcul();
  private long recus;

  /**
   * @param origine taille du document d’origine
   */
  SortieAjout(Path fichier, long origine) throws IOException {
    this.origine = origine;
    this.canal = FileChannel.open(fichier, StandardOpenOption.WRITE);
    canal.position(origine);
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int debut, int longueur) throws IOException {
    int repris = (int) Math.max(0, Math.min(longueur, origine - recus));
    calcul.update(octets, debut, repris);
    recus += longueur;
    ByteBuffer ajout = ByteBuffer.wrap(octets, debut + repris, longueur - repris);
    while (ajout.hasRemaining()) {
      canal.write(ajout);
    }
  }

  @Override
  public void close() throws IOException {
    canal.close();
  }

  /** L’empreinte en cours, arrêtée à la fin de l’origine ; chaque appel en rend une copie. */
  MessageDigest calculOrigine() {
    try {
      return (MessageDigest) calcul.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
