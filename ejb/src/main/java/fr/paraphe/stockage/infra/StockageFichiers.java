package fr.paraphe.stockage.infra;

import fr.paraphe.stockage.BlobIllisible;
import fr.paraphe.stockage.BlobScelle;
import fr.paraphe.stockage.EcritureBlob;
import fr.paraphe.stockage.LectureBlob;
import fr.paraphe.stockage.Limite;
import fr.paraphe.stockage.Stockage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * Les blobs dans le système de fichiers : {@code ab/cd/abcd…}, sur deux niveaux ; les écritures en
 * cours dans {@code en-cours/}, sur le même volume pour que le renommage soit atomique.
 */
public final class StockageFichiers implements Stockage {

  private static final String EN_COURS = "en-cours";
  private static final int NONCE = 12;

  private final Path racine;
  private final Path enCours;
  private final Trousseau trousseau;

  /**
   * @param racine dossier des blobs, créé s’il manque
   * @param cles dossier des clés maîtresses, créé s’il manque
   */
  public StockageFichiers(Path racine, Path cles) throws IOException {
    this.racine = racine;
    this.enCours = racine.resolve(EN_COURS);
    Files.createDirectories(
        enCours,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    this.trousseau = new Trousseau(cles);
  }

  @Override
  public EcritureBlob ecrire(int collectivite, Limite limite) throws IOException {
    String emplacement = HexFormat.of().formatHex(trousseau.tirer(16));
    try {
      return new EcritureFichier(
          this, clesNeuves(collectivite, emplacement), enCours.resolve(emplacement), limite);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("chiffrement impossible", e);
    } catch (IOException e) {
      throw Disque.traduire(e, racine);
    }
  }

  private ClesBlob clesNeuves(int collectivite, String emplacement)
      throws GeneralSecurityException {
    short maitre = trousseau.courante();
    byte[] cle = trousseau.tirer(Segments.CLE);
    SecretKey enveloppe = trousseau.cleCollectivite(maitre, collectivite);
    return new ClesBlob(
        collectivite,
        emplacement,
        new Segments(cle, emplacement),
        Segments.envelopper(enveloppe, trousseau.tirer(NONCE), cle, emplacement),
        maitre);
  }

  /** Donne son nom définitif à un brouillon déjà durable. */
  void poser(Path brouillon, String emplacement) throws IOException {
    Path cible = chemin(emplacement);
    Path feuille = cible.getParent();
    if (!Files.isDirectory(feuille)) {
      Files.createDirectories(feuille);
      Disque.synchroniser(feuille.getParent());
      Disque.synchroniser(racine);
    }
    Files.move(brouillon, cible, StandardCopyOption.ATOMIC_MOVE);
    Disque.synchroniser(feuille);
  }

  @Override
  public LectureBlob ouvrir(BlobScelle blob) throws IOException {
    FileChannel canal = null;
    try {
      SecretKey enveloppe = trousseau.cleCollectivite(blob.cleMaitre(), blob.collectivite());
      byte[] cle = Segments.developper(enveloppe, blob.cleEnveloppee(), blob.emplacement());
      canal = FileChannel.open(chemin(blob.emplacement()), StandardOpenOption.READ);
      return new LectureFichier(blob, canal, new Segments(cle, blob.emplacement()));
    } catch (NoSuchFileException e) {
      throw new BlobIllisible(blob.emplacement(), BlobIllisible.Cause.ABSENT, e);
    } catch (GeneralSecurityException e) {
      throw new BlobIllisible(blob.emplacement(), BlobIllisible.Cause.CLE, e);
    } catch (IOException e) {
      if (canal != null) {
        canal.close();
      }
      throw e;
    }
  }

  @Override
  public boolean present(BlobScelle blob) throws IOException {
    try {
      return Files.size(chemin(blob.emplacement())) == Segments.tailleFichier(blob.taille());
    } catch (NoSuchFileException absent) {
      return false;
    }
  }

  @Override
  public void supprimer(String emplacement) throws IOException {
    Files.deleteIfExists(chemin(emplacement));
  }

  @Override
  public Stream<Rangement> parcourir() throws IOException {
    return branches(racine)
        .filter(dossier -> !dossier.equals(enCours))
        .flatMap(StockageFichiers::branches)
        .flatMap(StockageFichiers::branches)
        .map(StockageFichiers::rangement);
  }

  /** Ce que contient un dossier, trié ; rien s’il vient de disparaître. */
  private static Stream<Path> branches(Path dossier) {
    try (Stream<Path> contenu = Files.list(dossier)) {
      return contenu.sorted().toList().stream();
    } catch (NoSuchFileException disparu) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rangement rangement(Path chemin) {
    try {
      return new Rangement(
          chemin.getFileName().toString(), Files.getLastModifiedTime(chemin).toInstant());
    } catch (NoSuchFileException supprime) {
      return new Rangement(chemin.getFileName().toString(), Instant.MAX);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int balayerAbandons(Instant avant) throws IOException {
    int retires = 0;
    try (Stream<Path> fichiers = Files.list(enCours)) {
      for (Path fichier : (Iterable<Path>) fichiers::iterator) {
        if (rangement(fichier).ecritLe().isBefore(avant) && Files.deleteIfExists(fichier)) {
          retires++;
        }
      }
    }
    return retires;
  }

  private Path chemin(String emplacement) {
    if (!emplacement.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("emplacement de blob mal formé");
    }
    return racine
        .resolve(emplacement.substring(0, 2))
        .resolve(emplacement.substring(2, 4))
        .resolve(emplacement);
  }
}
