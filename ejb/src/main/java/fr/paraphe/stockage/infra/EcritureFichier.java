package fr.paraphe.stockage.infra;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.BlobScelle;
import fr.paraphe.stockage.EcritureBlob;
import fr.paraphe.stockage.Empreinte;
import fr.paraphe.stockage.ErreurStockage;
import fr.paraphe.stockage.Limite;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * Écrit un blob dans un fichier provisoire ; le nom définitif n’apparaît qu’une fois tout durable.
 */
final class EcritureFichier extends EcritureBlob {

  private final StockageFichiers stockage;
  private final ClesBlob cles;
  private final Limite limite;
  private final Path brouillon;
  private final FileChannel canal;
  private final MessageDigest calcul = Empreinte.calcul();
  private final byte[] clair = new byte[Segments.CLAIR];
  private final byte[] scelle = new byte[Segments.SCELLE];
  private int rempli;
  private long numero;
  private long taille;
  private boolean fini;

  EcritureFichier(StockageFichiers stockage, ClesBlob cles, Path brouillon, Limite limite)
      throws IOException {
    this.stockage = stockage;
    this.cles = cles;
    this.limite = limite;
    this.brouillon = brouillon;
    this.canal =
        FileChannel.open(brouillon, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    pousser(Segments.entete(), Segments.ENTETE);
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int debut, int longueur) throws IOException {
    Objects.checkFromIndexSize(debut, longueur, octets.length);
    if (fini) {
      throw new IOException("blob déjà scellé ou abandonné");
    }
    if (longueur > limite.octets() - taille) {
      abandonner();
      throw new ErreurMetier(
              ErreurStockage.FICHIER_TROP_GROS,
              "Le fichier dépasse la taille maximale autorisée : " + limite.enClair() + ".")
          .avec(limite);
    }
    calcul.update(octets, debut, longueur);
    taille += longueur;
    ranger(octets, debut, longueur);
  }

  /**
   * Un segment plein n’est écrit que lorsqu’un octet le suit : on sait alors qu’il n’est pas le
   * dernier.
   */
  private void ranger(byte[] octets, int debut, int longueur) throws IOException {
    int position = debut;
    int reste = longueur;
    while (reste > 0) {
      if (rempli == Segments.CLAIR) {
        pousserSegment(false);
      }
      int n = Math.min(reste, Segments.CLAIR - rempli);
      System.arraycopy(octets, position, clair, rempli, n);
      rempli += n;
      position += n;
      reste -= n;
    }
  }

  private void pousserSegment(boolean dernier) throws IOException {
    try {
      pousser(scelle, cles.segments().sceller(numero, dernier, clair, rempli, scelle));
      numero++;
      rempli = 0;
    } catch (GeneralSecurityException e) {
      abandonner();
      throw new IllegalStateException("chiffrement impossible", e);
    }
  }

  private void pousser(byte[] octets, int longueur) throws IOException {
    try {
      ByteBuffer tampon = ByteBuffer.wrap(octets, 0, longueur);
      while (tampon.hasRemaining()) {
        canal.write(tampon);
      }
    } catch (IOException e) {
      abandonner();
      throw Disque.traduire(e, brouillon.getParent());
    }
  }

  @Override
  public BlobScelle sceller() throws IOException {
    if (fini) {
      throw new IOException("blob déjà scellé ou abandonné");
    }
    pousserSegment(true);
    try {
      canal.force(true);
      canal.close();
      stockage.poser(brouillon, cles.emplacement());
      fini = true;
    } catch (IOException e) {
      abandonner();
      throw Disque.traduire(e, brouillon.getParent());
    }
    return new BlobScelle(
        cles.collectivite(),
        cles.emplacement(),
        Empreinte.of(calcul.digest()),
        taille,
        cles.enveloppee(),
        cles.maitre());
  }

  @Override
  public void close() {
    if (!fini) {
      abandonner();
    }
  }

  private void abandonner() {
    fini = true;
    try {
      canal.close();
      Files.deleteIfExists(brouillon);
    } catch (IOException reste) {
      // le balayage des abandons le retirera
      fini = true;
    }
  }
}
