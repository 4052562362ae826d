package fr.paraphe.circuit;

import fr.paraphe.organisation.BureauId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ce qu’une étape demande de plus qu’une décision (features.md C7 à C9).
 *
 * @param validation noms courts des métadonnées à renseigner pour valider
 * @param rejet noms courts des métadonnées à renseigner pour rejeter
 * @param notifies bureaux prévenus quand l’étape est passée
 * @param notifieEmetteur vrai, dans un modèle, si le bureau émetteur l’est aussi ; faux dans la
 *     copie d’un dossier, qui le nomme parmi les autres
 */
public record Exigences(
    List<String> validation, List<String> rejet, List<BureauId> notifies, boolean notifieEmetteur) {

  /** Rien de plus. */
  public static final Exigences AUCUNE = new Exigences(List.of(), List.of(), List.of(), false);

  public Exigences {
    validation = List.copyOf(validation);
    rejet = List.copyOf(rejet);
    notifies = List.copyOf(notifies);
  }

  public boolean aucune() {
    return equals(AUCUNE);
  }

  /** Les mêmes, pour un dossier émis par ce bureau. */
  public Exigences pour(BureauId emetteur) {
    return notifieEmetteur
        ? new Exigences(
            validation,
            rejet,
            Stream.concat(notifies.stream(), Stream.of(emetteur)).distinct().toList(),
            false)
        : this;
  }
}
