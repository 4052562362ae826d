package fr.paraphe.signature.infra;

import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfWriter;
import fr.paraphe.signature.AutoriteEssai.Cle;
import fr.paraphe.signature.AutoriteEssai.Demande;
import fr.paraphe.signature.AutoriteEssai.Usage;
import fr.paraphe.signature.DemandeSignature;
import fr.paraphe.signature.Identite;
import fr.paraphe.signature.Placement;
import fr.paraphe.signature.Tampon;
import fr.paraphe.stockage.Empreinte;
import fr.paraphe.stockage.LectureBlob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Signe une page blanche en mémoire, pour que le premier signataire n’attende pas le chargement.
 */
public final class Echauffement {

  private Echauffement() {}

  public static void chauffer(MoteurDss moteur, Instant maintenant) throws IOException {
    ByteArrayOutputStream blanche = new ByteArrayOutputStream();
    try (PdfDocument document = new PdfDocument(new PdfWriter(blanche))) {
      document.addNewPage(PageSize.A4);
    }
    LectureBlob lecture = new Memoire(blanche.toByteArray());
    try (Atelier atelier = new Atelier()) {
      Identite identite = ephemere(maintenant);
      Tampon tampon =
          Tampon.cachet(Placement.parDefaut(), Optional.empty(), "Échauffement", maintenant);
      DemandeSignature demande =
          new DemandeSignature(null, identite.chaine(), Optional.of(tampon), "", "", maintenant);
      OuverturePdf.ouvrir(lecture, lecteur -> signer(lecteur, atelier, demande, identite));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("échauffement impossible", e);
    }
    moteur.valider(lecture, List.of());
  }

  private static Identite ephemere(Instant maintenant) throws GeneralSecurityException {
    Instant fin = maintenant.plus(Duration.ofHours(1));
    return FabriqueCertificats.autoSigne(
        new Demande("CN=Échauffement", Usage.CACHET, Cle.RSA_2048, maintenant, fin, false));
  }

  private static byte[] signer(
      OuverturePdf.Lecteur lecteur, Atelier atelier, DemandeSignature demande, Identite identite)
      throws IOException {
    Signeur signeur = new Signeur(lecteur, atelier.dossier());
    try {
      EtatPdf.de(lecteur, signeur.getDocument()).exigerSignable();
      signeur.reserver(demande, Cms.reserve(demande.chaine()));
      byte[] attributs =
          Cms.attributs(Empreinte.of(signeur.calculOrigine().digest()), demande.chaine());
      byte[] valeur = Cms.verifier(attributs, demande.chaine(), identite.signer(attributs));
      return Cms.assembler(attributs, demande.chaine(), valeur);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      signeur.abandonner();
    }
  }

  /** Un petit contenu déjà en mémoire. */
  private static final class Memoire extends LectureBlob {

    private final byte[] octets;

    private Memoire(byte[] octets) {
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
      int lus = (int) Math.min(longueur, octets.length - position);
      System.arraycopy(octets, (int) position, tampon, debut, lus);
      return lus;
    }

    @Override
    public void close() {
      // rien à rendre
    }
  }
}
