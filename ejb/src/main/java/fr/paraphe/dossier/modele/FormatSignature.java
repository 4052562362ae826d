package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.socle.ErreurMetier;
import java.util.Set;

/**
 * Le format de signature d’un document, d’après le type du dossier et la sorte du document
 * (signing.md §1.3, §1.4).
 */
public final class FormatSignature {

  private static final String PDF = "application/pdf";
  private static final Set<String> PADES = Set.of("AUTO", "PAdES/basic");

  private FormatSignature() {}

  /**
   * Un PDF d’un type AUTO ou PAdES se signe en PAdES ; tout autre cas est refusé, jamais signé
   * autrement.
   */
  public static void exigerPades(String formatDuType, String typeMime, String nomDocument) {
    if (!PADES.contains(formatDuType)) {
      throw new ErreurMetier(
              ErreurDossier.FORMAT_NON_DISPONIBLE,
              "Ce type demande une signature au format "
                  + formatDuType
                  + ", que cette version ne produit pas encore. Le dossier reste à signer.")
          .avec(nomDocument);
    }
    if (!PDF.equals(typeMime)) {
      throw new ErreurMetier(
              ErreurDossier.FORMAT_NON_DISPONIBLE,
              "« "
                  + nomDocument
                  + " » n’est pas un PDF : cette version ne sait signer que les PDF. Le dossier reste à signer.")
          .avec(nomDocument);
    }
  }
}
