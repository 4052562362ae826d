package fr.paraphe.dossier.modele;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** Les métadonnées d’un dossier : nom court, valeur en texte. */
public record Metadonnees(Map<String, String> valeurs) implements Serializable {

  public Metadonnees {
    valeurs = Map.copyOf(valeurs);
  }

  /** Dans l’ordre des noms courts. */
  public Map<String, String> triees() {
    return new TreeMap<>(valeurs);
  }
}
