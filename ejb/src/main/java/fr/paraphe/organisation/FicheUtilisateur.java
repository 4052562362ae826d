package fr.paraphe.organisation;

import java.util.List;

/**
 * Une personne en administration.
 *
 * @param version à rendre à l’enregistrement : elle dit si quelqu’un a changé la fiche entre-temps
 * @param login ce qu’elle tape pour se connecter
 * @param seulProprietaire titres des bureaux qui n’auraient plus de propriétaire sans elle
 * @param modifiable faux quand seul un super-administrateur peut la changer
 */
public record FicheUtilisateur(
    UtilisateurId id,
    int version,
    ReglageUtilisateur reglage,
    OrigineCompte origine,
    boolean actif,
    String login,
    List<String> seulProprietaire,
    boolean modifiable) {

  public FicheUtilisateur {
    seulProprietaire = List.copyOf(seulProprietaire);
  }
}
