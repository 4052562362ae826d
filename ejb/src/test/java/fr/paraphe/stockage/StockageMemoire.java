package fr.paraphe.stockage;

import fr.paraphe.socle.ErreurMetier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Stockage de tests : tout en mémoire, rien de chiffré, les mêmes promesses que les vrais. */
public final class StockageMemoire implements Stockage {

  private record Garde(int collectivite, byte[] octets) {}

  private final Map<String, Garde> gardes = new ConcurrentSkipListMap<>();

  @Override
  public EcritureBlob ecrire(int collectivite, Limite limite) {
    return new Ecriture(collectivite, limite);
  }

  @Override
  public LectureBlob ouvrir(BlobScelle blob) throws IOException {
    Garde garde = gardes.get(blob.emplacement());
    if (garde == null) {
      throw new BlobIllisible(blob.emplacement(), BlobIllisible.Cause.ABSENT);
    }
    if (garde.collectivite() != blob.collectivite()) {
      throw new BlobIllisible(blob.emplacement(), BlobIllisible.Cause.CLE);
    }
    if (garde.octets().length != blob.taille()) {
      throw new BlobIllisible(blob.emplacement(), BlobIllisible.Cause.TAILLE);
    }
    return new Lecture(garde.octets());
  }

  @Override
  public boolean present(BlobScelle blob) {
    Garde garde = gardes.get(blob.emplacement());
    return garde != null && garde.octets().length == blob.taille();
  }

  @Override
  public void supprimer(String emplacement) {
    gardes.remove(emplacement);
  }

  @Override
  public Stream<Rangement> parcourir() {
    return gardes.keySet().stream().map(nom -> new Rangement(nom, Instant.EPOCH));
  }

  @Override
  public int balayerAbandons(Instant avant) {
    return 0;
  }

  private final class Ecriture extends EcritureBlob {

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final int collectivite;
    private final Limite limite;
    private boolean fini;

    private Ecriture(int collectivite, Limite limite) {
      this.collectivite = collectivite;
      this.limite = limite;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] recus, int debut, int longueur) throws IOException {
      if (fini) {
        throw new IOException("blob déjà scellé");
      }
      if (longueur > limite.octets() - octets.size()) {
        throw new ErreurMetier(
            ErreurStockage.FICHIER_TROP_GROS,
            "Le fichier dépasse la taille maximale autorisée : " + limite.enClair() + ".");
      }
      octets.write(recus, debut, longueur);
    }

    @Override
    public BlobScelle sceller() throws IOException {
      if (fini) {
        throw new IOException("blob déjà scellé");
      }
      fini = true;
      byte[] hasard = new byte[16];
      ThreadLocalRandom.current().nextBytes(hasard);
      String nom = HexFormat.of().formatHex(hasard);
      gardes.put(nom, new Garde(collectivite, octets.toByteArray()));
      return new BlobScelle(
          collectivite,
          nom,
          Empreinte.de(octets.toByteArray()),
          octets.size(),
          new byte[0],
          (short) 1);
    }

    @Override
    public void close() {
      fini = true;
    }
  }

  private static final class Lecture extends LectureBlob {

    private final byte[] octets;

    private Lecture(byte[] octets) {
      this.octets = octets;
    }

    @Override
    public long taille() {
      return octets.length;
    }

    @Override
    public int lire(long position, byte[] tampon, int debut, int longueur) {
      if (position >= octets.length) {
        return -1;
      }
      int n = (int) Math.min(longueur, octets.length - position);
      System.arraycopy(octets, (int) position, tampon, debut, n);
      return n;
    }

    @Override
    public void close() {
      // rien à rendre
    }
  }
}
