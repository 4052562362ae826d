package fr.paraphe.signature;

import fr.paraphe.signature.infra.InspectionPdf;
import fr.paraphe.stockage.LectureBlob;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;

/** Regarde un PDF reçu, sans le copier ni l’écrire en clair, mémoire bornée. */
@Dependent
public class Inspection {

  /**
   * @throws fr.paraphe.socle.ErreurMetier {@link ErreurSignature#PAS_UN_PDF}, {@link
   *     ErreurSignature#PDF_PROTEGE} ou {@link ErreurSignature#PDF_ILLISIBLE}
   */
  public ConstatPdf examiner(LectureBlob document) throws IOException {
    return InspectionPdf.examiner(document);
  }

  /** Refuse, avec la raison, un PDF qui ne pourra pas être signé. */
  public void exigerSignable(LectureBlob document) throws IOException {
    InspectionPdf.exigerSignable(document);
  }
}
