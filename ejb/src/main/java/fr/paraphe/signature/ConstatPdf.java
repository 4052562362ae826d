package fr.paraphe.signature;

import java.util.Set;

/**
 * Ce qu’un PDF est, vu à son dépôt.
 *
 * @param pages nombre de pages
 * @param signatures signatures déjà là
 * @param signable faux s’il se lit mais ne peut pas recevoir de signature ; {@link
 *     Inspection#exigerSignable} dit pourquoi
 */
public record ConstatPdf(int pages, int signatures, boolean signable, Set<Alerte> alertes) {

  public ConstatPdf {
    alertes = Set.copyOf(alertes);
  }

  /** Ce qu’un signataire doit savoir avant de faire confiance à ce qu’il voit (FILE-04). */
  public enum Alerte {
    /** Du JavaScript ou une action au chargement. */
    CONTENU_ACTIF,
    FICHIERS_JOINTS,
    /** Un formulaire XFA : ce qu’on voit dépend du lecteur. */
    XFA,
    /** Des calques : ce qu’on voit dépend de réglages. */
    CALQUES
  }
}
