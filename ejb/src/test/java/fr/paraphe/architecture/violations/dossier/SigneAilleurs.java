package fr.paraphe.architecture.violations.dossier;

/** Se sert du moteur de signature hors de son infrastructure. */
class SigneAilleurs {
  com.itextpdf.kernel.pdf.PdfDocument document;
}
