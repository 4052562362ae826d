package fr.paraphe.signature.infra;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import fr.paraphe.signature.ConstatPdf;
import fr.paraphe.signature.ConstatPdf.Alerte;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.stockage.LectureBlob;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** L’examen d’un PDF par iText, en lecture seule. */
public final class InspectionPdf {

  private InspectionPdf() {}

  public static ConstatPdf examiner(LectureBlob document) throws IOException {
    return OuverturePdf.ouvrir(
        document,
        lecteur -> {
          try (PdfDocument pdf = new PdfDocument(lecteur)) {
            EtatPdf etat = EtatPdf.de(lecteur, pdf);
            if (etat.chiffre()) {
              throw OuverturePdf.protege(null);
            }
            return new ConstatPdf(
                etat.pages(), etat.signatures(), signable(etat), alertes(etat, pdf));
          }
        });
  }

  public static void exigerSignable(LectureBlob document) throws IOException {
    OuverturePdf.ouvrir(
        document,
        lecteur -> {
          try (PdfDocument pdf = new PdfDocument(lecteur)) {
            EtatPdf.de(lecteur, pdf).exigerSignable();
            return null;
          }
        });
  }

  private static boolean signable(EtatPdf etat) {
    try {
      etat.exigerSignable();
      return true;
    } catch (ErreurMetier refus) {
      return false;
    }
  }

  private static Set<Alerte> alertes(EtatPdf etat, PdfDocument pdf) {
    Set<Alerte> alertes = EnumSet.noneOf(Alerte.class);
    PdfDictionary catalogue = pdf.getCatalog().getPdfObject();
    PdfDictionary noms = catalogue.getAsDictionary(PdfName.Names);
    PdfDictionary ouverture = catalogue.getAsDictionary(PdfName.OpenAction);
    boolean scriptOuverture =
        ouverture != null && !PdfName.GoTo.equals(ouverture.getAsName(PdfName.S));
    if (scriptOuverture
        || catalogue.containsKey(PdfName.AA)
        || contient(noms, PdfName.JavaScript)) {
      alertes.add(Alerte.CONTENU_ACTIF);
    }
    if (contient(noms, PdfName.EmbeddedFiles)) {
      alertes.add(Alerte.FICHIERS_JOINTS);
    }
    if (etat.xfa()) {
      alertes.add(Alerte.XFA);
    }
    if (catalogue.containsKey(PdfName.OCProperties)) {
      alertes.add(Alerte.CALQUES);
    }
    return alertes;
  }

  private static boolean contient(PdfDictionary dictionnaire, PdfName nom) {
    return dictionnaire != null && dictionnaire.containsKey(nom);
  }
}
