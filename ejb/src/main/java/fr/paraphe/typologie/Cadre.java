package fr.paraphe.typologie;

import fr.paraphe.circuit.Aiguillage;
import java.util.List;

/**
 * Tout ce qu’un sous-type impose à un dossier.
 *
 * @param format format de signature, valeur classique (signing.md §1.3) : {@code AUTO}, {@code
 *     PAdES/basic}…
 * @param cachetId le cachet du sous-type, ou {@code null}
 */
public record Cadre(
    int typeId,
    String type,
    int sousTypeId,
    String sousType,
    Protocole protocole,
    String format,
    Aiguillage aiguillage,
    Integer cachetId,
    boolean cachetAutomatique,
    boolean multiDocument,
    List<MetadonneeAttendue> metadonnees) {

  /** Un sous-type dont le circuit est toujours le même. */
  public Cadre(
      int typeId,
      String type,
      int sousTypeId,
      String sousType,
      Protocole protocole,
      String format,
      int circuitId,
      Integer cachetId,
      boolean cachetAutomatique,
      boolean multiDocument,
      List<MetadonneeAttendue> metadonnees) {
    this(
        typeId,
        type,
        sousTypeId,
        sousType,
        protocole,
        format,
        Aiguillage.fixe(circuitId),
        cachetId,
        cachetAutomatique,
        multiDocument,
        metadonnees);
  }
}
