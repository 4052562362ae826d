package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.BureauId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Ce que les recherches d’administration passent à la base. */
final class Recherche {

  private Recherche() {}

  /**
   * Un motif {@code LIKE} qui contient ce texte, pris à la lettre ; {@code %} pour un texte vide.
   */
  static String contenant(String texte) {
    String lettre = texte.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return lettre.isEmpty() ? "%" : "%" + lettre + "%";
  }

  /** La liste des bureaux permis, pour {@code string_to_array} ; nulle : tous. */
  static String parmi(Optional<Set<BureauId>> permis) {
    return permis
        .map(
            ids ->
                ids.stream()
                    .map(b -> String.valueOf(b.valeur()))
                    .collect(Collectors.joining(",", "0,", "")))
        .map(liste -> liste.endsWith(",") ? liste.substring(0, liste.length() - 1) : liste)
        .orElse(null);
  }
}
