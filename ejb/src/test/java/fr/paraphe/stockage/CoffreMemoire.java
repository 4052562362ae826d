package fr.paraphe.stockage;

import fr.paraphe.socle.Transactions;
import fr.paraphe.stockage.infra.Blobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Un coffre de tests, sans base ; il peut s’appuyer sur n’importe quel stockage. */
public final class CoffreMemoire extends Coffre {

  public static final int VILLE = 7;

  public CoffreMemoire() {
    this(new StockageMemoire());
  }

  public CoffreMemoire(Stockage stockage) {
    super(stockage, new Lignes(), new SansTransaction());
  }

  public BlobRef pdf(byte[] contenu) throws IOException {
    return deposer(VILLE, new ByteArrayInputStream(contenu), TypeContenu.PDF, Limite.FICHIER);
  }

  public byte[] lire(BlobRef blob) throws IOException {
    try (LectureBlob lecture = ouvrir(blob)) {
      return lecture.flux().readAllBytes();
    }
  }

  private static final class SansTransaction implements Transactions {

    @Override
    public <T> T nouvelle(Supplier<T> travail) {
      return travail.get();
    }
  }

  private static final class Lignes extends Blobs {

    private final Map<Long, BlobRef> lignes = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong();

    private Lignes() {
      super(null);
    }

    @Override
    public BlobRef inscrire(BlobScelle blob, String typeMime) {
      return lignes.values().stream()
          .filter(l -> l.collectivite() == blob.collectivite() && l.sha256().equals(blob.sha256()))
          .findFirst()
          .orElseGet(() -> ajouter(blob, typeMime));
    }

    private BlobRef ajouter(BlobScelle blob, String typeMime) {
      BlobRef ref = new BlobRef(sequence.incrementAndGet(), blob, typeMime);
      lignes.put(ref.id(), ref);
      return ref;
    }

    @Override
    public BlobRef remplacer(BlobRef ancien, BlobScelle neuf) {
      BlobRef ref = new BlobRef(ancien.id(), neuf, ancien.typeMime());
      lignes.put(ref.id(), ref);
      return ref;
    }

    @Override
    public Optional<BlobRef> chercher(int collectivite, long id) {
      return Optional.ofNullable(lignes.get(id)).filter(l -> l.collectivite() == collectivite);
    }
  }
}
