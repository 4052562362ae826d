package fr.paraphe.signature.infra;

import fr.paraphe.signature.Chaine;
import fr.paraphe.signature.DemandeSignature;
import fr.paraphe.signature.DocumentPrepare;
import fr.paraphe.signature.DocumentSigne;
import fr.paraphe.signature.Identite;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.Coffre;
import fr.paraphe.stockage.EcritureBlob;
import fr.paraphe.stockage.Empreinte;
import fr.paraphe.stockage.LectureBlob;
import fr.paraphe.stockage.Limite;
import fr.paraphe.stockage.TypeContenu;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * PAdES en deux phases, sans jamais tenir un document en mémoire. La préparation n’est pas une
 * copie du document : c’est l’ajout qui le suivra. L’incorporation recopie l’origine telle quelle
 * puis l’ajout complété, et recalcule tout en chemin.
 */
@Dependent
public class Pades {

  /**
   * Un ajout ordinaire compte quelques dizaines de kilo-octets ; une image de tampon l’alourdit.
   */
  private static final int AJOUT_MAX = 32 * 1024 * 1024;

  private static final String TYPE_PREPARATION = "application/vnd.paraphe.preparation";

  private final Coffre coffre;

  @Inject
  public Pades(Coffre coffre) {
    this.coffre = coffre;
  }

  /** Un ajout encore sans valeur, et ses repères. */
  private record Ajout(FichePreparation fiche, byte[] octets) {}

  public DocumentPrepare preparer(DemandeSignature demande) throws IOException {
    Ajout ajout = ajout(demande);
    FichePreparation fiche = ajout.fiche();
    try (EcritureBlob sortie = coffre.ecrire(demande.document().collectivite(), Limite.AUCUNE)) {
      fiche.ecrire(sortie);
      sortie.write(ajout.octets());
      BlobRef prepare = coffre.enregistrer(sortie.sceller(), TYPE_PREPARATION);
      return new DocumentPrepare(prepare, fiche.attributs(), Empreinte.de(fiche.attributs()));
    }
  }

  /** Les deux phases d’un trait, quand la clé est de ce côté : rien n’est gardé entre elles. */
  public DocumentSigne signer(DemandeSignature demande, Identite identite)
      throws IOException, GeneralSecurityException {
    Ajout ajout = ajout(demande);
    byte[] valeur = identite.signer(ajout.fiche().attributs());
    return incorporer(demande.document(), ajout, valeur);
  }

  private Ajout ajout(DemandeSignature demande) throws IOException {
    try (Atelier atelier = new Atelier();
        LectureBlob lecture = coffre.ouvrir(demande.document())) {
      return OuverturePdf.ouvrir(lecture, lecteur -> ajout(demande, lecteur, atelier));
    }
  }

  private Ajout ajout(DemandeSignature demande, OuverturePdf.Lecteur lecteur, Atelier atelier)
      throws IOException {
    Signeur signeur = new Signeur(lecteur, atelier.dossier());
    try {
      EtatPdf.de(lecteur, signeur.getDocument()).exigerSignable();
      signeur.reserver(demande, Cms.reserve(demande.chaine()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("préparation impossible", e);
    } finally {
      signeur.abandonner();
    }
    exigerDebutIntact(demande.document(), signeur);
    byte[] octets = lireAjout(signeur, demande.document().taille());
    return new Ajout(fiche(demande, signeur, octets), octets);
  }

  /** Ce qui précède l’ajout est, octet pour octet, le document que l’on a montré. */
  private static void exigerDebutIntact(BlobRef document, Signeur signeur) {
    if (!Empreinte.of(signeur.calculOrigine().digest()).equals(document.sha256())) {
      throw OuverturePdf.aReparer();
    }
  }

  private static byte[] lireAjout(Signeur signeur, long origine) throws IOException {
    try (FileChannel canal = FileChannel.open(signeur.fichier(), StandardOpenOption.READ)) {
      long taille = canal.size() - origine;
      if (taille <= 0 || taille > AJOUT_MAX) {
        throw new IllegalStateException("ajout de taille inattendue : " + taille);
      }
      ByteBuffer ajout = ByteBuffer.allocate((int) taille);
      while (ajout.hasRemaining() && canal.read(ajout, origine + ajout.position()) > 0) {
        // lire jusqu’au bout
      }
      return ajout.array();
    }
  }

  private static FichePreparation fiche(DemandeSignature demande, Signeur signeur, byte[] ajout)
      throws IOException {
    long origine = demande.document().taille();
    int debut = (int) (signeur.debutValeur() - origine);
    int fin = (int) (signeur.finValeur() - origine);
    MessageDigest calcul = signeur.calculOrigine();
    calcul.update(ajout, 0, debut);
    calcul.update(ajout, fin, ajout.length - fin);
    return new FichePreparation(
        origine,
        demande.document().sha256(),
        signeur.debutValeur(),
        signeur.finValeur(),
        Cms.attributs(Empreinte.of(calcul.digest()), demande.chaine()),
        signeur.getSignerProperties().getFieldName(),
        demande.chaine());
  }

  public DocumentSigne incorporer(BlobRef origine, BlobRef prepare, Chaine annoncee, byte[] valeur)
      throws IOException {
    try (LectureBlob lecture = coffre.ouvrir(prepare);
        InputStream flux = lecture.flux()) {
      FichePreparation fiche = FichePreparation.lire(flux);
      Relecture.exigerMemeCertificat(fiche.chaine(), annoncee);
      if (fiche.origine() != origine.taille() || !fiche.avant().equals(origine.sha256())) {
        throw Relecture.alteree("le document n’est pas celui de la préparation");
      }
      return incorporer(origine, new Ajout(fiche, flux.readNBytes(AJOUT_MAX)), valeur);
    }
  }

  private DocumentSigne incorporer(BlobRef origine, Ajout ajout, byte[] valeur) throws IOException {
    FichePreparation fiche = ajout.fiche();
    byte[] juste = Cms.verifier(fiche.attributs(), fiche.chaine(), valeur);
    poser(ajout.octets(), fiche, Cms.assembler(fiche.attributs(), fiche.chaine(), juste));
    return ecrire(origine, fiche, ajout.octets());
  }

  private static void poser(byte[] ajout, FichePreparation fiche, byte[] cms) {
    int debut = (int) (fiche.debut() - fiche.origine());
    int fin = (int) (fiche.fin() - fiche.origine());
    byte[] hex = HexFormat.of().formatHex(cms).getBytes(StandardCharsets.US_ASCII);
    if (debut < 0 || fin > ajout.length || hex.length > fin - debut - 2) {
      throw Relecture.alteree("la valeur ne tient pas dans sa place");
    }
    System.arraycopy(hex, 0, ajout, debut + 1, hex.length);
  }

  private DocumentSigne ecrire(BlobRef origine, FichePreparation fiche, byte[] ajout)
      throws IOException {
    int debut = (int) (fiche.debut() - fiche.origine());
    int fin = (int) (fiche.fin() - fiche.origine());
    MessageDigest calcul = Empreinte.calcul();
    try (EcritureBlob sortie = coffre.ecrire(origine.collectivite(), Limite.AUCUNE)) {
      recopier(origine, sortie, calcul);
      sortie.write(ajout);
      calcul.update(ajout, 0, debut);
      calcul.update(ajout, fin, ajout.length - fin);
      Relecture.exigerJuste(ajout, fiche, Empreinte.of(calcul.digest()));
      BlobRef signe = coffre.enregistrer(sortie.sceller(), TypeContenu.PDF);
      return new DocumentSigne(signe, fiche.avant(), fiche.champ(), DocumentSigne.PADES_B);
    }
  }

  private void recopier(BlobRef origine, EcritureBlob sortie, MessageDigest calcul)
      throws IOException {
    byte[] tampon = new byte[64 * 1024];
    try (LectureBlob lecture = coffre.ouvrir(origine);
        InputStream flux = lecture.flux()) {
      int lus;
      while ((lus = flux.read(tampon)) > 0) {
        calcul.update(tampon, 0, lus);
        sortie.write(tampon, 0, lus);
      }
    }
  }
}
