package fr.paraphe.stockage;

import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Transactions;
import fr.paraphe.stockage.infra.Blobs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;

/**
 * Les documents enregistrés, pour les composants du métier : aucun droit n’est vérifié ici, c’est
 * l’affaire de l’appelant. Le fichier précède toujours la ligne.
 */
@Dependent
public class Coffre {

  private final Stockage stockage;
  private final Blobs blobs;
  private final Transactions transactions;

  @Inject
  public Coffre(Stockage stockage, Blobs blobs, Transactions transactions) {
    this.stockage = stockage;
    this.blobs = blobs;
    this.transactions = transactions;
  }

  /** Garde ce contenu et l’enregistre dans une transaction à lui ; un contenu vide est refusé. */
  public BlobRef deposer(int collectivite, InputStream contenu, String typeMime, Limite limite)
      throws IOException {
    BlobScelle scelle = stockage.deposer(collectivite, contenu, limite);
    if (scelle.taille() == 0) {
      stockage.supprimer(scelle.emplacement());
      throw new ErreurMetier(ErreurStockage.FICHIER_VIDE, "Le fichier est vide.");
    }
    return enregistrer(scelle, typeMime);
  }

  /** Commence un blob que {@link #enregistrer} inscrira une fois scellé. */
  public EcritureBlob ecrire(int collectivite, Limite limite) throws IOException {
    return stockage.ecrire(collectivite, limite);
  }

  /**
   * Inscrit un blob scellé. Si la collectivité a déjà ce contenu, le fichier neuf est retiré et
   * l’ancien rendu ; si l’ancien fichier a disparu, le neuf le remplace.
   */
  public BlobRef enregistrer(BlobScelle neuf, String typeMime) throws IOException {
    boolean garde = false;
    try {
      BlobRef inscrit = transactions.nouvelle(() -> inscrire(neuf, typeMime));
      garde = inscrit.scelle().emplacement().equals(neuf.emplacement());
      return inscrit;
    } finally {
      if (!garde) {
        stockage.supprimer(neuf.emplacement());
      }
    }
  }

  private BlobRef inscrire(BlobScelle neuf, String typeMime) {
    BlobRef inscrit = blobs.inscrire(neuf, typeMime);
    if (inscrit.scelle().emplacement().equals(neuf.emplacement()) || present(inscrit.scelle())) {
      return inscrit;
    }
    return blobs.remplacer(inscrit, neuf);
  }

  private boolean present(BlobScelle blob) {
    try {
      return stockage.present(blob);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * La référence d’un blob de cette collectivité.
   *
   * @throws ErreurMetier {@link ErreurStockage#BLOB_INCONNU} s’il n’existe pas ou appartient à une
   *     autre
   */
  public BlobRef exiger(int collectivite, long id) {
    return blobs
        .chercher(collectivite, id)
        .orElseThrow(
            () ->
                new ErreurMetier(
                    ErreurStockage.BLOB_INCONNU, "Ce document n’existe pas ou n’existe plus."));
  }

  /** Ouvre un blob de cette collectivité ; l’appelant ferme. */
  public LectureBlob ouvrir(int collectivite, long id) throws IOException {
    return ouvrir(exiger(collectivite, id));
  }

  public LectureBlob ouvrir(BlobRef blob) throws IOException {
    return stockage.ouvrir(blob.scelle());
  }
}
