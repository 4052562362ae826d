package fr.paraphe.outils.importation;

import java.util.List;
import java.util.stream.Collectors;

/** Le fichier ne peut pas être importé ; rien n’a été écrit. */
public final class ImportationRefusee extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Anomalie> anomalies;

  ImportationRefusee(String fichier, List<Anomalie> anomalies) {
    super(
        anomalies.stream()
            .map(a -> fichier + ", " + a)
            .collect(Collectors.joining(System.lineSeparator())));
    this.anomalies = List.copyOf(anomalies);
  }

  public List<Anomalie> anomalies() {
    return anomalies;
  }
}
