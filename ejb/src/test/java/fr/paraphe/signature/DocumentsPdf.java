package fr.paraphe.signature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Des PDF d’essai, produits par PDFBox : un autre outil que celui qui signe. */
final class DocumentsPdf {

  private DocumentsPdf() {}

  static byte[] lettre() {
    return lettre(2, page -> {});
  }

  static byte[] lettre(int pages, Consumer<PDPage> reglage) {
    return document(
        document -> {
          for (int i = 1; i <= pages; i++) {
            PDPage page = new PDPage(PDRectangle.A4);
            reglage.accept(page);
            document.addPage(page);
            ecrire(document, page, "Page " + i + " : restauration du lavoir des Tilleuls");
          }
        },
        CompressParameters.DEFAULT_COMPRESSION);
  }

  static byte[] avecTexte(String texte, Consumer<PDPage> reglage) {
    return document(
        document -> {
          PDPage page = new PDPage(PDRectangle.A4);
          reglage.accept(page);
          document.addPage(page);
          ecrire(document, page, texte);
        },
        CompressParameters.DEFAULT_COMPRESSION);
  }

  /** Des pages et autant de poids qu’on veut, incompressible. */
  static byte[] gros(int octets) {
    return document(
        document -> {
          Random hasard = new Random(octets);
          for (int reste = octets; reste > 0; reste -= 1_000_000) {
            byte[] lest = new byte[Math.min(reste, 1_000_000)];
            hasard.nextBytes(lest);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try {
              PDStream flux = new PDStream(document, new ByteArrayInputStream(lest));
              page.getCOSObject().setItem("Lest", flux);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        },
        CompressParameters.DEFAULT_COMPRESSION);
  }

  /** Table de références à l’ancienne, sans flux compressés. */
  static byte[] ancienne() {
    return document(
        document -> document.addPage(new PDPage(PDRectangle.A4)),
        CompressParameters.NO_COMPRESSION);
  }

  static byte[] protege(String motDePasseLecture) {
    return document(
        document -> {
          document.addPage(new PDPage());
          try {
            document.protect(
                new StandardProtectionPolicy(
                    "proprietaire", motDePasseLecture, new AccessPermission()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        CompressParameters.DEFAULT_COMPRESSION);
  }

  private static byte[] document(Consumer<PDDocument> contenu, CompressParameters compression) {
    try (PDDocument document = new PDDocument()) {
      contenu.accept(document);
      ByteArrayOutputStream sortie = new ByteArrayOutputStream();
      document.save(sortie, compression);
      return sortie.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void ecrire(PDDocument document, PDPage page, String texte) {
    try (PDPageContentStream flux = new PDPageContentStream(document, page)) {
      flux.beginText();
      flux.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      flux.newLineAtOffset(72, 700);
      flux.showText(texte);
      flux.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
