package fr.paraphe.circuit;

import java.util.List;
import java.util.Set;

/**
 * Qui recevrait un dossier.
 *
 * @param anomalies celles du circuit entier ; chaque étape a les siennes
 */
public record Essai(List<EtapeEssayee> etapes, Set<Anomalie> anomalies) {

  public Essai {
    etapes = List.copyOf(etapes);
    anomalies = Set.copyOf(anomalies);
  }

  /**
   * @param delegues bureaux qui agissent ce jour-là pour celui de l’étape, tous types ou certains
   */
  public record EtapeEssayee(EtapePrevue etape, List<String> delegues, List<Anomalie> anomalies) {

    public EtapeEssayee {
      delegues = List.copyOf(delegues);
      anomalies = List.copyOf(anomalies);
    }
  }
}
