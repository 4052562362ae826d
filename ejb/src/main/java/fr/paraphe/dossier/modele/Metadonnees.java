package fr.paraphe.dossier.modele;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Les métadonnées d’un dossier : nom court, valeur en texte. */
public record Metadonnees(Map<String, String> valeurs) implements Serializable {

  public Metadonnees {
    valeurs = Map.copyOf(valeurs);
  }

  /** « montant : 12 ; objet : voirie », dans l’ordre des noms : ce que le journal en garde. */
  static String raconter(Map<String, String> valeurs) {
    return new TreeMap<>(valeurs)
        .entrySet().stream()
            .map(v -> v.getKey() + " : " + v.getValue())
            .collect(Collectors.joining(" ; "));
  }

  /** Dans l’ordre des noms courts. */
  public Map<String, String> triees() {
    return new TreeMap<>(valeurs);
  }
}
