package fr.paraphe.typologie;

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
    int circuitId,
    Integer cachetId,
    boolean cachetAutomatique,
    boolean multiDocument,
    List<MetadonneeAttendue> metadonnees) {}
