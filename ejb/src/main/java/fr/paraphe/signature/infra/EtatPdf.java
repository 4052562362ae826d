package fr.paraphe.signature.infra;

import com.itextpdf.forms.PdfAcroForm;
import com.itextpdf.forms.fields.PdfFormCreator;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfNumber;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.signatures.SignatureUtil;
import fr.paraphe.signature.ErreurSignature;
import fr.paraphe.socle.ErreurMetier;

/**
 * Ce qui permet ou empêche de signer un PDF ouvert.
 *
 * @param certification niveau DocMDP (ISO 32000-1, 12.8.2.2) : 1 interdit tout ajout, 0 pas de
 *     certification
 */
record EtatPdf(
    int pages, boolean chiffre, boolean repare, int certification, int signatures, boolean xfa) {

  private static final int FIGE = 1;

  static EtatPdf de(PdfReader lecteur, PdfDocument document) {
    PdfAcroForm formulaire = PdfFormCreator.getAcroForm(document, false);
    return new EtatPdf(
        document.getNumberOfPages(),
        lecteur.isEncrypted(),
        lecteur.hasRebuiltXref() || lecteur.hasFixedXref(),
        certification(document),
        new SignatureUtil(document).getSignatureNames().size(),
        formulaire != null && formulaire.hasXfaForm());
  }

  private static int certification(PdfDocument document) {
    PdfDictionary droits = document.getCatalog().getPdfObject().getAsDictionary(PdfName.Perms);
    PdfDictionary certificat = droits == null ? null : droits.getAsDictionary(PdfName.DocMDP);
    PdfArray references = certificat == null ? null : certificat.getAsArray(PdfName.Reference);
    for (int i = 0; references != null && i < references.size(); i++) {
      PdfDictionary reference = references.getAsDictionary(i);
      if (reference != null
          && PdfName.DocMDP.equals(reference.getAsName(PdfName.TransformMethod))) {
        PdfDictionary parametres = reference.getAsDictionary(PdfName.TransformParams);
        PdfNumber niveau = parametres == null ? null : parametres.getAsNumber(PdfName.P);
        return niveau == null ? 2 : niveau.intValue();
      }
    }
    return 0;
  }

  void exigerSignable() {
    if (chiffre) {
      throw OuverturePdf.protege(null);
    }
    if (certification == FIGE) {
      throw new ErreurMetier(
          ErreurSignature.PDF_VERROUILLE,
          "Ce PDF a été certifié sans permettre d’ajout\u00a0: une signature de plus invaliderait la première.");
    }
    if (repare) {
      throw OuverturePdf.aReparer();
    }
  }
}
