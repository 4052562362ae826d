package fr.paraphe.stockage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Port : où vivent les documents. Les blobs sont immuables. Rien ici ne connaît la base ni les
 * droits ; {@link Depot} et {@link Coffre} s’en chargent.
 */
public interface Stockage {

  /**
   * Commence un blob.
   *
   * @param limite au-delà, l’écriture lève un refus {@link ErreurStockage#FICHIER_TROP_GROS} et
   *     rien ne reste
   */
  EcritureBlob ecrire(int collectivite, Limite limite) throws IOException;

  /** Écrit tout ce flux, sans le fermer. Si le flux ou l’écriture échoue, rien ne reste. */
  default BlobScelle deposer(int collectivite, InputStream contenu, Limite limite)
      throws IOException {
    try (EcritureBlob ecriture = ecrire(collectivite, limite)) {
      contenu.transferTo(ecriture);
      return ecriture.sceller();
    }
  }

  /**
   * Ouvre un blob.
   *
   * @throws BlobIllisible s’il est absent, d’une autre taille, ou si sa clé ne l’ouvre pas
   */
  LectureBlob ouvrir(BlobScelle blob) throws IOException;

  /** Vrai si le fichier est là, de la taille attendue. Ne lit pas le contenu. */
  boolean present(BlobScelle blob) throws IOException;

  /** Supprime ; sans effet si le blob n’existe plus. */
  void supprimer(String emplacement) throws IOException;

  /** Tout ce qui est rangé, dans l’ordre des emplacements. Le flux doit être fermé. */
  Stream<Rangement> parcourir() throws IOException;

  /**
   * Retire les écritures abandonnées (arrêt brutal) commencées avant cet instant, et dit combien.
   */
  int balayerAbandons(Instant avant) throws IOException;

  /**
   * Un blob vu par le parcours du rangement.
   *
   * @param ecritLe instant de l’écriture, selon le rangement
   */
  record Rangement(String emplacement, Instant ecritLe) {}
}
