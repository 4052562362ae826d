package fr.paraphe.signature.infra;

import com.itextpdf.kernel.exceptions.PdfException;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.parser.PdfCanvasProcessor;
import com.itextpdf.kernel.pdf.canvas.parser.listener.IPdfTextLocation;
import com.itextpdf.kernel.pdf.canvas.parser.listener.RegexBasedLocationExtractionStrategy;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cherche un repère écrit dans le texte d’un document, de la dernière page vers la première. */
final class RechercheBalise {

  /** Au-delà, chercher coûterait plus que signer. */
  private static final int PAGES_MAX = 50;

  private RechercheBalise() {}

  /**
   * @param rectangle coordonnées du PDF
   */
  record Trouvee(int page, Rectangle rectangle) {}

  static Optional<Trouvee> chercher(PdfDocument document, String balise) {
    int derniere = document.getNumberOfPages();
    for (int page = derniere; page >= 1 && page > derniere - PAGES_MAX; page--) {
      Optional<Rectangle> ici = chercher(document.getPage(page), balise);
      if (ici.isPresent()) {
        return Optional.of(new Trouvee(page, ici.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Rectangle> chercher(PdfPage page, String balise) {
    RegexBasedLocationExtractionStrategy recherche =
        new RegexBasedLocationExtractionStrategy(Pattern.compile(Pattern.quote(balise)));
    try {
      new PdfCanvasProcessor(recherche).processPageContent(page);
    } catch (PdfException | com.itextpdf.io.exceptions.IOException illisible) {
      return Optional.empty();
    }
    return recherche.getResultantLocations().stream()
        .findFirst()
        .map(IPdfTextLocation::getRectangle);
  }
}
