package fr.paraphe.signature.infra;

import fr.paraphe.signature.Chaine;
import fr.paraphe.stockage.Empreinte;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * L’en-tête d’un blob préparé, suivi de l’ajout. Il est chiffré et authentifié avec lui.
 *
 * @param origine taille du document d’origine
 * @param avant empreinte du document d’origine
 * @param debut position du « &lt; » de la valeur dans le document final
 * @param fin position qui suit le « &gt; »
 * @param attributs attributs à signer (DER)
 * @param champ nom du champ de signature
 */
record FichePreparation(
    long origine,
    Empreinte avant,
    long debut,
    long fin,
    byte[] attributs,
    String champ,
    Chaine chaine) {

  private static final long MARQUE = 0x5052_4550_4152_4501L; // « PREPARE » puis la version
  private static final int MORCEAU_MAX = 64 * 1024;

  void ecrire(OutputStream sortie) throws IOException {
    DataOutputStream donnees = new DataOutputStream(sortie);
    donnees.writeLong(MARQUE);
    donnees.writeLong(origine);
    donnees.write(avant.octets());
    donnees.writeLong(debut);
    donnees.writeLong(fin);
    morceau(donnees, attributs);
    donnees.writeUTF(champ);
    donnees.writeInt(chaine.certificats().size());
    for (byte[] der : chaine.ders()) {
      morceau(donnees, der);
    }
    donnees.flush();
  }

  static FichePreparation lire(InputStream entree) throws IOException {
    DataInputStream donnees = new DataInputStream(entree);
    if (donnees.readLong() != MARQUE) {
      throw Relecture.alteree("ce blob n’est pas une préparation");
    }
    long origine = donnees.readLong();
    Empreinte avant = Empreinte.of(donnees.readNBytes(Empreinte.TAILLE));
    long debut = donnees.readLong();
    long fin = donnees.readLong();
    byte[] attributs = morceau(donnees);
    String champ = donnees.readUTF();
    List<byte[]> ders = new ArrayList<>();
    for (int reste = donnees.readInt(); reste > 0; reste--) {
      ders.add(morceau(donnees));
    }
    return new FichePreparation(origine, avant, debut, fin, attributs, champ, Chaine.lire(ders));
  }

  private static void morceau(DataOutputStream sortie, byte[] octets) throws IOException {
    sortie.writeInt(octets.length);
    sortie.write(octets);
  }

  private static byte[] morceau(DataInputStream entree) throws IOException {
    int taille = entree.readInt();
    if (taille < 0 || taille > MORCEAU_MAX) {
      throw Relecture.alteree("préparation mal formée");
    }
    return entree.readNBytes(taille);
  }
}
