package fr.paraphe.organisation;

import java.util.List;
import java.util.Set;

/**
 * Tout ce qui se règle d’un bureau. Les bureaux y sont désignés par leur nom court, les métadonnées
 * par le leur.
 *
 * @param superieur nom court du supérieur ; vide : aucun
 * @param metadonnees celles que ses filtres montrent
 */
public record ReglageBureau(
    String nomCourt,
    String titre,
    String description,
    String superieur,
    boolean afficheAVenir,
    Set<Habilitation> habilitations,
    List<ActeurDeBureau> acteurs,
    List<String> associes,
    List<String> metadonnees) {

  public ReglageBureau {
    nomCourt = nomCourt.strip();
    titre = titre.strip();
    description = description.strip();
    superieur = superieur.strip();
    habilitations = Set.copyOf(habilitations);
    acteurs = List.copyOf(acteurs);
    associes = List.copyOf(associes);
    metadonnees = List.copyOf(metadonnees);
  }
}
