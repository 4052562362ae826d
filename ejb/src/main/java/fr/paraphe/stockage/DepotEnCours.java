package fr.paraphe.stockage;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Un document qui arrive par morceaux. Fermé sans être achevé, il ne laisse rien. */
public final class DepotEnCours extends OutputStream {

  private final Coffre coffre;
  private final EcritureBlob ecriture;
  private final java.io.ByteArrayOutputStream apercu = new java.io.ByteArrayOutputStream();

  DepotEnCours(Coffre coffre, EcritureBlob ecriture) {
    this.coffre = coffre;
    this.ecriture = ecriture;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int debut, int longueur) throws IOException {
    ecriture.write(octets, debut, longueur);
    if (apercu.size() < TypeContenu.APERCU) {
      apercu.write(octets, debut, Math.min(longueur, TypeContenu.APERCU - apercu.size()));
    }
  }

  /** Achève et inscrit le document ; son type est celui que dit son contenu. */
  public DocumentDepose achever() throws IOException {
    BlobScelle scelle = ecriture.sceller();
    String nom = NomFichier.nettoyer("");
    BufferedInputStream debut =
        new BufferedInputStream(new ByteArrayInputStream(apercu.toByteArray()), TypeContenu.APERCU);
    String type = TypeContenu.reconnaitre(debut, nom);
    BlobRef blob = coffre.enregistrer(scelle, type);
    return new DocumentDepose(blob.id(), nom, type, blob.taille(), blob.sha256());
  }

  @Override
  public void close() {
    ecriture.close();
  }
}
