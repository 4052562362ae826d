package fr.paraphe.recette.soap;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** De petits PDF vrais, tous différents. */
final class Pdf {

  private Pdf() {}

  static byte[] octets(String titre) {
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    try (PdfDocument pdf = new PdfDocument(new PdfWriter(sortie))) {
      pdf.getDocumentInfo().setTitle(titre);
      pdf.addNewPage();
    }
    return sortie.toByteArray();
  }

  static String base64(String titre) {
    return Base64.getEncoder().encodeToString(octets(titre));
  }
}
