package fr.paraphe.circuit;

import java.util.List;

/**
 * Une règle lue dans un script classique : des noms, que rien n’a encore rapprochés de la
 * collectivité.
 *
 * @param conditions toutes ; aucune : le reste
 * @param bureaux noms courts donnés aux étapes variables, dans l’ordre
 * @param ligne celle de {@code circuit} dans le script, à partir de 1
 */
public record RegleLue(
    List<ConditionLue> conditions, String circuit, List<String> bureaux, int ligne) {

  /**
   * @param metadonnee nom court ; {@code null} : la condition porte sur le bureau émetteur
   * @param valeur valeur comparée, ou nom court du bureau ; {@code null} si le comparateur n’en
   *     attend pas
   */
  public record ConditionLue(
      String metadonnee, Comparateur comparateur, String valeur, boolean nombre) {

    /** Ce qui en dit le contraire : l’une ou l’autre de ces conditions. */
    List<ConditionLue> contraires() {
      ConditionLue contraire =
          new ConditionLue(metadonnee, comparateur.contraire(), valeur, nombre);
      return comparateur.ordonne()
          ? List.of(contraire, new ConditionLue(metadonnee, Comparateur.ABSENTE, null, false))
          : List.of(contraire);
    }
  }

  public RegleLue {
    conditions = List.copyOf(conditions);
    bureaux = List.copyOf(bureaux);
  }
}
