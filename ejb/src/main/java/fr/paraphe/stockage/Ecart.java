package fr.paraphe.stockage;

import java.util.Optional;

/**
 * Un désaccord entre la base et le rangement.
 *
 * @param blob la ligne, si elle existe
 */
public record Ecart(Nature nature, String emplacement, Optional<Long> blob) {

  /** Ce qui ne va pas. */
  public enum Nature {
    /**
     * La base nomme un fichier qui n’est pas là, ou pas de cette taille : un document est perdu.
     */
    FICHIER_ABSENT,
    /** Le fichier est là, son contenu n’est plus celui qui a été gardé. */
    CONTENU_ALTERE,
    /** Nulle clé de cette installation ne l’ouvre : les clés viennent d’ailleurs, ou manquent. */
    CLE_INCONNUE,
    /** Un fichier ancien que la base ne nomme pas : reste d’un dépôt interrompu, sans danger. */
    FICHIER_SANS_LIGNE
  }
}
