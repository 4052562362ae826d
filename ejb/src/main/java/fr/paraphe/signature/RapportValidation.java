package fr.paraphe.signature;

import java.time.Instant;
import java.util.List;

/**
 * L’avis d’un second moteur sur un document signé.
 *
 * @param signatures dans l’ordre où elles ont été posées ; vide si le document n’en porte pas
 */
public record RapportValidation(List<Avis> signatures) {

  public RapportValidation {
    signatures = List.copyOf(signatures);
  }

  /** L’indication la plus sévère ; une absence de signature est {@link Indication#INVALIDE}. */
  public Indication indication() {
    return signatures.stream()
        .map(Avis::indication)
        .max(java.util.Comparator.naturalOrder())
        .orElse(Indication.INVALIDE);
  }

  /**
   * Vrai si toutes les signatures sont valides et qu’aucun avertissement n’accompagne leur avis.
   */
  public boolean sansReserve() {
    return indication() == Indication.VALIDE
        && signatures.stream().allMatch(avis -> avis.avertissements().isEmpty());
  }

  /** Du meilleur au pire (ETSI EN 319 102-1 : TOTAL-PASSED, INDETERMINATE, TOTAL-FAILED). */
  public enum Indication {
    VALIDE,
    INDETERMINEE,
    INVALIDE
  }

  /**
   * Une signature.
   *
   * @param signataire nom courant porté par le certificat
   * @param declareeLe heure déclarée par le signataire, ou {@code null}
   * @param format niveau constaté, {@code PAdES-BASELINE-B}
   * @param sousIndication terme d’EN 319 102-1, {@code HASH_FAILURE}, ou vide
   * @param avertissements phrases du moteur, en anglais : pour le détail technique
   * @param couvreToutLeDocument faux si des octets ont été ajoutés après elle (une autre signature,
   *     par exemple)
   */
  public record Avis(
      String signataire,
      Instant declareeLe,
      String format,
      Indication indication,
      String sousIndication,
      List<String> avertissements,
      boolean couvreToutLeDocument,
      boolean revocationConnue) {

    public Avis {
      avertissements = List.copyOf(avertissements);
    }
  }
}
