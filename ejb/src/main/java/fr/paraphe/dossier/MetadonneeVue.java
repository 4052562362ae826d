package fr.paraphe.dossier;

import fr.paraphe.typologie.NatureMetadonnee;

/**
 * Une métadonnée d’un dossier.
 *
 * @param libelle nom long ; le nom court si elle n’est plus décrite
 * @param valeur telle qu’elle est gardée, selon {@link NatureMetadonnee}
 */
public record MetadonneeVue(String libelle, NatureMetadonnee nature, String valeur) {}
