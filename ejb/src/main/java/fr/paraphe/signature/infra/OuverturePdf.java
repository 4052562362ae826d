package fr.paraphe.signature.infra;

import com.itextpdf.commons.actions.EventManager;
import com.itextpdf.kernel.exceptions.BadPasswordException;
import com.itextpdf.kernel.exceptions.KernelExceptionMessageConstant;
import com.itextpdf.kernel.pdf.MemoryLimitsAwareHandler;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.ReaderProperties;
import fr.paraphe.signature.ErreurSignature;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.BlobIllisible;
import fr.paraphe.stockage.LectureBlob;
import java.io.IOException;
import java.util.Locale;

/** Ouvre un PDF venu de l’extérieur : mémoire bornée, et chaque façon d’échouer a sa phrase. */
final class OuverturePdf {

  static {
    // Paraphe est publié sous AGPL, comme iText : le rappel périodique n’a pas d’objet.
    EventManager.acknowledgeAgplUsageDisableWarningMessage();
  }

  private static final int ENTETE = 1024;

  private OuverturePdf() {}

  /** Ce qu’on fait d’un PDF ouvert. */
  @FunctionalInterface
  interface Travail<T> {
    T faire(Lecteur lecteur) throws IOException;
  }

  static <T> T ouvrir(LectureBlob blob, Travail<T> travail) throws IOException {
    exigerEntete(blob);
    try (Lecteur lecteur = new Lecteur(blob)) {
      return travail.faire(lecteur);
    } catch (ErreurMetier refus) {
      throw refus;
    } catch (BadPasswordException e) {
      throw protege(e);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
      // un PDF mal construit : iText a mille façons de le dire, et parfois aucune
      throw traduire(e);
    }
  }

  /** Un blob abîmé est un incident, pas un défaut du PDF : il ressort tel quel. */
  private static ErreurMetier traduire(Throwable echec) throws BlobIllisible {
    for (Throwable cause = echec; cause != null; cause = cause.getCause()) {
      if (cause instanceof BlobIllisible illisible) {
        throw illisible;
      }
    }
    String message = String.valueOf(echec.getMessage());
    if (message.equals(
        KernelExceptionMessageConstant
            .APPEND_MODE_REQUIRES_A_DOCUMENT_WITHOUT_ERRORS_EVEN_IF_RECOVERY_IS_POSSIBLE)) {
      return aReparer();
    }
    return chiffrement(message) ? protege(echec) : illisible(echec);
  }

  private static void exigerEntete(LectureBlob blob) throws IOException {
    byte[] debut = new byte[ENTETE];
    int lus = blob.taille() == 0 ? 0 : blob.lire(0, debut, 0, ENTETE);
    if (!new String(debut, 0, lus, java.nio.charset.StandardCharsets.ISO_8859_1)
        .contains("%PDF-")) {
      throw new ErreurMetier(
          ErreurSignature.PAS_UN_PDF,
          "Ce fichier n’est pas un PDF, quel que soit son nom. Déposez le document au format PDF.");
    }
  }

  private static boolean chiffrement(String message) {
    String minuscules = message.toLowerCase(Locale.ROOT);
    return minuscules.contains("encrypt") || minuscules.contains("password");
  }

  static ErreurMetier protege(Throwable cause) {
    return new ErreurMetier(
        ErreurSignature.PDF_PROTEGE,
        "Ce PDF est protégé par un mot de passe ou un chiffrement\u00a0: il ne peut pas être signé."
            + " Enregistrez-le sans protection, puis déposez-le de nouveau.",
        cause);
  }

  static ErreurMetier aReparer() {
    return new ErreurMetier(
        ErreurSignature.PDF_A_REPARER,
        "La structure de ce PDF est abîmée\u00a0: il se lit, mais ne peut pas être signé."
            + " Produisez-le de nouveau, puis déposez-le.");
  }

  private static ErreurMetier illisible(Throwable cause) {
    return new ErreurMetier(
        ErreurSignature.PDF_ILLISIBLE,
        "Ce PDF est abîmé et ne peut pas être lu. Produisez-le de nouveau, puis déposez-le.",
        cause);
  }

  /** Le lecteur d’iText sur un blob. */
  static final class Lecteur extends PdfReader {

    private final long taille;

    private Lecteur(LectureBlob blob) throws IOException {
      super(
          new SourceBlob(blob),
          new ReaderProperties()
              .setMemoryLimitsAwareHandler(new MemoryLimitsAwareHandler(blob.taille())));
      this.taille = blob.taille();
    }

    long taille() {
      return taille;
    }
  }
}
