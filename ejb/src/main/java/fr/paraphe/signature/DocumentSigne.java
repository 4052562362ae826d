package fr.paraphe.signature;

import fr.paraphe.stockage.BlobRef;
import fr.paraphe.stockage.Empreinte;

/**
 * Un document signé, relu et vérifié.
 *
 * @param document le PDF signé
 * @param avant empreinte du document sans cette signature, qui en reste le début exact
 * @param champ nom du champ de signature dans le PDF
 * @param format niveau obtenu
 */
public record DocumentSigne(BlobRef document, Empreinte avant, String champ, String format) {

  public static final String PADES_B = "PAdES-BASELINE-B";
}
