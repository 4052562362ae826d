package fr.paraphe.typologie;

import java.util.List;

/**
 * Une métadonnée d’un sous-type.
 *
 * @param valeurs liste fermée des valeurs admises ; vide : libre
 * @param defaut valeur proposée, ou {@code null}
 */
public record MetadonneeAttendue(
    String nomCourt,
    String nomLong,
    NatureMetadonnee nature,
    List<String> valeurs,
    String defaut,
    boolean obligatoire,
    boolean editable) {

  public MetadonneeAttendue {
    valeurs = List.copyOf(valeurs);
  }
}
