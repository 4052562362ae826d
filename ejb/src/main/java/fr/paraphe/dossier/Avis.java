package fr.paraphe.dossier;

import java.util.OptionalInt;

/**
 * Ce qui accompagne une décision.
 *
 * @param annotationPublique 0 à 4000 caractères, vue de tous les lecteurs du dossier
 * @param annotationPrivee 0 à 4000 caractères, vue du seul acteur suivant
 * @param versionVue version de la fiche que l’appelant avait sous les yeux ; absente pour une
 *     machine
 */
public record Avis(String annotationPublique, String annotationPrivee, OptionalInt versionVue) {

  public static final Avis SANS = new Avis("", "", OptionalInt.empty());

  public Avis {
    annotationPublique = annotationPublique == null ? "" : annotationPublique.strip();
    annotationPrivee = annotationPrivee == null ? "" : annotationPrivee.strip();
  }

  public boolean vide() {
    return annotationPublique.isEmpty() && annotationPrivee.isEmpty();
  }

  public static Avis publique(String annotation) {
    return new Avis(annotation, "", OptionalInt.empty());
  }
}
