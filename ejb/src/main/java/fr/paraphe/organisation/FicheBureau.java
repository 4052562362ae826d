package fr.paraphe.organisation;

import java.util.List;

/**
 * Un bureau en administration.
 *
 * @param version à rendre à l’enregistrement : elle dit si quelqu’un a changé le bureau entre-temps
 * @param chemin titres de ses supérieurs, le plus haut d’abord
 * @param modifiable faux pour qui ne fait que le superviser
 * @param entier vrai pour qui administre toute la collectivité : nom, administrateurs, suppression
 */
public record FicheBureau(
    BureauId id,
    int version,
    ReglageBureau reglage,
    List<String> chemin,
    boolean actif,
    List<EmploiBureau> emplois,
    boolean modifiable,
    boolean entier) {

  public FicheBureau {
    chemin = List.copyOf(chemin);
    emplois = List.copyOf(emplois);
  }
}
