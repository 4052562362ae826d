package fr.paraphe.outils.importation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Les anomalies relevées au fil de la lecture et de l’écriture : on les dit toutes d’un coup. */
final class Anomalies {

  private static final int MAX = 50;

  private final List<Anomalie> relevees = new ArrayList<>();

  void relever(int ligne, String message) {
    if (relevees.size() < MAX) {
      relevees.add(new Anomalie(ligne, message));
    }
  }

  int nombre() {
    return relevees.size();
  }

  /** Oublie ce qui a été relevé depuis qu’il y en avait ce nombre. */
  void reprendre(int nombre) {
    relevees.subList(nombre, relevees.size()).clear();
  }

  void exigerAucune(String fichier) {
    if (!relevees.isEmpty()) {
      throw refus(fichier);
    }
  }

  ImportationRefusee refus(String fichier) {
    return new ImportationRefusee(
        fichier, relevees.stream().sorted(Comparator.comparingInt(Anomalie::ligne)).toList());
  }
}
