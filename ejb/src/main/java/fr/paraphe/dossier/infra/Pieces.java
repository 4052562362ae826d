package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.Piece;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.signature.Inspection;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.Coffre;
import fr.paraphe.stockage.Empreinte;
import fr.paraphe.stockage.LectureBlob;
import fr.paraphe.typologie.Cadre;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Les pièces d’une demande de création : à qui elles sont, de quelle sorte, et de quelle taille en
 * tout.
 */
@Dependent
public class Pieces {

  /** Taille d’un dossier entier (soap-contract.md §J). */
  public static final long DOSSIER_MAX = 500L << 20;

  private static final Set<String> PRINCIPAUX =
      Set.of(
          "application/pdf",
          "application/xml",
          "text/xml",
          "text/plain",
          "application/rtf",
          "text/rtf",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "image/jpeg",
          "image/png",
          "image/gif");

  private static final Set<String> FAMILLES =
      Set.of(
          "application/vnd.oasis.opendocument.", "application/vnd.openxmlformats-officedocument.");

  private static final String PDF = "application/pdf";

  private final Coffre coffre;
  private final Inspection inspection;

  @Inject
  public Pieces(Coffre coffre, Inspection inspection) {
    this.coffre = coffre;
    this.inspection = inspection;
  }

  /**
   * @throws ErreurMetier DOCUMENT_REFUSE si un document principal n’est pas d’une sorte admise ;
   *     DOSSIER_TROP_GROS ; ou le refus du stockage si une pièce n’est pas à cette collectivité
   */
  public void controler(Acteur acteur, CreerDossier commande, Cadre cadre) {
    long total = toutes(commande).mapToLong(p -> blob(acteur, p).taille()).sum();
    if (total > DOSSIER_MAX) {
      throw new ErreurMetier(
              ErreurDossier.DOSSIER_TROP_GROS,
              "Les documents du dossier dépassent " + (DOSSIER_MAX >> 20) + " Mo en tout.")
          .avec(DOSSIER_MAX >> 20);
    }
    commande.principaux().forEach(p -> controlerPrincipal(p, cadre));
  }

  private void controlerPrincipal(Piece piece, Cadre cadre) {
    boolean admis =
        PRINCIPAUX.contains(piece.typeMime())
            || FAMILLES.stream().anyMatch(piece.typeMime()::startsWith);
    boolean pdfExige = cadre.format().startsWith("PAdES");
    if (!admis || (pdfExige && !PDF.equals(piece.typeMime()))) {
      throw new ErreurMetier(
              ErreurDossier.DOCUMENT_REFUSE,
              "Le document « "
                  + piece.nom()
                  + " » ne convient pas"
                  + (pdfExige ? " : ce type demande un PDF." : " : sorte de fichier non admise."))
          .avec(piece.nom(), pdfExige ? 1 : 0);
    }
  }

  /** Les PDF à examiner : les documents principaux qui se disent tels, et le visuel. */
  public List<BlobRef> pdfs(Acteur acteur, CreerDossier commande) {
    return Stream.concat(
            commande.principaux().stream().filter(Pieces::seDitPdf), commande.visuel().stream())
        .map(p -> blob(acteur, p))
        .toList();
  }

  private static boolean seDitPdf(Piece piece) {
    return PDF.equals(piece.typeMime()) || piece.nom().toLowerCase(Locale.ROOT).endsWith(".pdf");
  }

  /**
   * Nombre de pages de chaque PDF, lu hors de toute transaction.
   *
   * @throws ErreurMetier le refus de l’inspection : ce n’est pas un PDF, il est protégé, il est
   *     abîmé
   */
  public Map<Long, Integer> pages(List<BlobRef> pdfs) {
    Map<Long, Integer> pages = new HashMap<>();
    for (BlobRef pdf : pdfs) {
      pages.put(pdf.id(), pages(pdf));
    }
    return pages;
  }

  private int pages(BlobRef pdf) {
    try (LectureBlob lecture = coffre.ouvrir(pdf)) {
      return inspection.examiner(lecture).pages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Empreinte d’un dépôt : SHA-256 du type, du sous-type et des documents principaux
   * (soap-contract.md §J).
   */
  public byte[] empreinte(Acteur acteur, CreerDossier commande) {
    MessageDigest calcul = Empreinte.calcul();
    calcul.update((commande.type() + '\0' + commande.sousType()).getBytes(StandardCharsets.UTF_8));
    commande.principaux().forEach(p -> calcul.update(blob(acteur, p).sha256().octets()));
    return calcul.digest();
  }

  private BlobRef blob(Acteur acteur, Piece piece) {
    return coffre.exiger(acteur.collectivite().valeur(), piece.blob());
  }

  private static Stream<Piece> toutes(CreerDossier commande) {
    return Stream.of(
            commande.principaux().stream(),
            commande.visuel().stream(),
            commande.annexes().stream(),
            commande.complements().signatures().stream())
        .flatMap(s -> s);
  }
}
