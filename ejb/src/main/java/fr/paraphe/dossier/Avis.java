package fr.paraphe.dossier;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Ce qui accompagne une décision.
 *
 * @param annotationPublique 0 à 4000 caractères, vue de tous les lecteurs du dossier
 * @param annotationPrivee 0 à 4000 caractères, vue du seul acteur suivant
 * @param metadonnees valeurs saisies avec la décision, par nom court ; seules celles que l’étape
 *     exige
 * @param versionVue version de la fiche que l’appelant avait sous les yeux ; absente pour une
 *     machine
 */
public record Avis(
    String annotationPublique,
    String annotationPrivee,
    OptionalInt versionVue,
    Map<String, String> metadonnees) {

  public static final Avis SANS = new Avis("", "", OptionalInt.empty());

  public Avis {
    annotationPublique = annotationPublique == null ? "" : annotationPublique.strip();
    annotationPrivee = annotationPrivee == null ? "" : annotationPrivee.strip();
    metadonnees = renseignees(metadonnees);
  }

  public Avis(String annotationPublique, String annotationPrivee, OptionalInt versionVue) {
    this(annotationPublique, annotationPrivee, versionVue, Map.of());
  }

  private static Map<String, String> renseignees(Map<String, String> saisies) {
    return saisies.entrySet().stream()
        .filter(s -> s.getValue() != null && !s.getValue().isBlank())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, s -> s.getValue().strip()));
  }

  public boolean vide() {
    return annotationPublique.isEmpty() && annotationPrivee.isEmpty();
  }

  public static Avis publique(String annotation) {
    return new Avis(annotation, "", OptionalInt.empty());
  }
}
